/** Tests of the pacing and the readable export. */
@NullMarked
package io.heliometer.benchmarks.load;

import org.jspecify.annotations.NullMarked;
