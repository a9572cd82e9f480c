/** Tests of the latency figures. */
@NullMarked
package io.heliometer.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
