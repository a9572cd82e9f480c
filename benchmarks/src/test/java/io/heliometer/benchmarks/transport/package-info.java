/** Tests of the transport, on a real broker. */
@NullMarked
package io.heliometer.benchmarks.transport;

import org.jspecify.annotations.NullMarked;
