package io.heliometer.benchmarks.measure;

import io.heliometer.benchmarks.load.Schedule;
import io.heliometer.benchmarks.verify.Verdict.Match;
import io.heliometer.results.run.LatencyMillis;
import io.heliometer.results.run.Percentiles;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Latency of every result row, counted from intended send times and never from actual ones.
 *
 * <p>{@code total = tSeen - tMax = (tClose - tMax) + engine delay (tAppend - tClose) + commit
 * visibility (tSeen - tAppend)}. The percentiles are exact order statistics over all rows, so
 * negative values take part in them like any other.
 */
public final class Latencies {
    private Latencies() {}

    /** Returns the latency of all matched rows; there must be at least one. */
    public static LatencyMillis of(List<Match> matches, Schedule schedule) {
        return new LatencyMillis(
                percentiles(
                        matches,
                        match -> match.observed().seenMillis()
                                - schedule.intendedMillis(match.expected().lastDueMillis())),
                percentiles(
                        matches,
                        match -> match.observed().appendMillis()
                                - schedule.intendedMillis(match.expected().closeDueMillis())),
                percentiles(
                        matches,
                        match ->
                                match.observed().seenMillis() - match.observed().appendMillis()));
    }

    private static Percentiles percentiles(List<Match> matches, ToDoubleFunction<Match> delay) {
        double[] sorted = matches.stream().mapToDouble(delay).sorted().toArray();
        return new Percentiles(
                (long) sorted.length,
                at(sorted, 0.5),
                at(sorted, 0.9),
                at(sorted, 0.99),
                at(sorted, 0.999),
                sorted[sorted.length - 1],
                Arrays.stream(sorted).filter(value -> value < 0).count());
    }

    /**
     * Returns the nearest-rank percentile: the smallest value that at least this share does not
     * exceed.
     */
    static double at(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }
}
