package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * What the oracle says of a trial's rows, as counts of result rows.
 *
 * @param expected rows that the oracle computed
 * @param missing expected rows that did not arrive
 * @param duplicate rows that arrived once more than expected
 * @param wrong rows that were never expected: another value, or a key that should not be there
 * @param engineDropped records that the engine itself counted as dropped late
 */
public record Correctness(
        @Nullable Long expected,
        @Nullable Long missing,
        @Nullable Long duplicate,
        @Nullable Long wrong,
        @Nullable Long engineDropped) {}
