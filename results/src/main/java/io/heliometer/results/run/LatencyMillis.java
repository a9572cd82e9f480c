package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * Latency of result rows, from intended send times.
 *
 * @param total row seen by a read_committed observer, since its last contributing record was due
 * @param engineDelay row appended by the broker, since the record that closes its window was due
 * @param commitVisibility row seen, since it was appended
 */
public record LatencyMillis(
        @Nullable Percentiles total,
        @Nullable Percentiles engineDelay,
        @Nullable Percentiles commitVisibility) {}
