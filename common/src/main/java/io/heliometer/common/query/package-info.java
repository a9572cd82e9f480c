/**
 * The pure part of each query: thresholds, accumulators, row formats. No clock, randomness,
 * logging, I/O or static state.
 */
@NullMarked
package io.heliometer.common.query;

import org.jspecify.annotations.NullMarked;
