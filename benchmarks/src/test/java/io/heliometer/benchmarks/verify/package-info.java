/** Tests of the comparison with the oracle. */
@NullMarked
package io.heliometer.benchmarks.verify;

import org.jspecify.annotations.NullMarked;
