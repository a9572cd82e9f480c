/** Tests of the harness's own clients. */
@NullMarked
package io.heliometer.benchmarks.client;

import org.jspecify.annotations.NullMarked;
