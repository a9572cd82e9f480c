/**
 * The harness's own clients of the transports: what the load generator writes with and the observer
 * reads with. Engines bring their own.
 */
@NullMarked
package io.heliometer.benchmarks.client;

import org.jspecify.annotations.NullMarked;
