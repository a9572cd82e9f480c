/** Tests of the scoring: hand-written cases, one per trap, and laws. */
@NullMarked
package io.heliometer.benchmarks.score;

import org.jspecify.annotations.NullMarked;
