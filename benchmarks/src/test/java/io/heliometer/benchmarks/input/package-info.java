/** Traps of recorded data, one small file each, and a real day where the data are at hand. */
@NullMarked
package io.heliometer.benchmarks.input;

import org.jspecify.annotations.NullMarked;
