/**
 * The little statistics that a report needs: which attempt of a trial counts, medians over blocks,
 * and ratios to a baseline with an interval where there are enough blocks to claim one.
 */
@NullMarked
package io.heliometer.results.stats;

import org.jspecify.annotations.NullMarked;
