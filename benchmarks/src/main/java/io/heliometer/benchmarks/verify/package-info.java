/** Compares an engine's rows with the oracle's, as multisets. */
@NullMarked
package io.heliometer.benchmarks.verify;

import org.jspecify.annotations.NullMarked;
