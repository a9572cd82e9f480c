package io.heliometer.benchmarks.measure;

import io.heliometer.benchmarks.load.Schedule;
import io.heliometer.benchmarks.verify.Verdict.Match;
import io.heliometer.results.run.Recovery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an engine came back from a fault, from its visible rows alone; {@link Recovery} has the
 * definitions.
 */
public final class RecoveryMeter {
    /** The delay must stay inside the band for so long, ms. */
    private static final long CALM_MILLIS = 10_000;

    /** What the band is wider than the 99th percentile from before the fault, at least, ms. */
    private static final double LEAST_MARGIN_MILLIS = 100;

    private static final double MILLIS_PER_SECOND = 1000.0;

    private final Schedule schedule;
    private final long injectedMillis;
    private final long loadEndMillis;

    /** The longest gap of one partition: how much longer than before, and when it ended. */
    private record Gap(long excessMillis, long endMillis) {}

    /**
     * Prepares the measurement.
     *
     * @param injectedMillis when the fault came, ms UTC
     * @param loadEndMillis planned end of the load, ms UTC
     */
    public RecoveryMeter(Schedule schedule, long injectedMillis, long loadEndMillis) {
        this.schedule = schedule;
        this.injectedMillis = injectedMillis;
        this.loadEndMillis = loadEndMillis;
    }

    /** Returns downtime and catch-up; there must be at least one row. */
    public Recovery of(String victim, List<Match> matches) {
        Gap gap = worstGap(matches);
        Double catchUp = catchUpMillis(matches, gap.endMillis());
        return new Recovery(
                victim,
                (injectedMillis - schedule.startMillis()) / MILLIS_PER_SECOND,
                gap.excessMillis() / MILLIS_PER_SECOND,
                catchUp == null ? null : catchUp / MILLIS_PER_SECOND);
    }

    private Gap worstGap(List<Match> matches) {
        Map<Integer, List<Long>> seenByPartition = matches.stream()
                .collect(Collectors.groupingBy(
                        match -> match.expected().partition(),
                        TreeMap::new,
                        Collectors.mapping(
                                match -> match.observed().seenMillis(), Collectors.toList())));
        return seenByPartition.values().stream()
                .map(this::worstGapOf)
                .max(Comparator.comparingLong(Gap::excessMillis))
                .orElseThrow();
    }

    private Gap worstGapOf(List<Long> seenMillis) {
        List<Long> sorted = seenMillis.stream().sorted().toList();
        long before = 0;
        Gap after = new Gap(0, injectedMillis);
        for (int i = 1; i < sorted.size(); i++) {
            long length = sorted.get(i) - sorted.get(i - 1);
            if (sorted.get(i) <= injectedMillis) {
                before = Math.max(before, length);
            } else if (length > after.excessMillis()) {
                after = new Gap(length, sorted.get(i));
            }
        }
        return after.excessMillis() <= before
                ? new Gap(0, injectedMillis)
                : new Gap(after.excessMillis() - before, after.endMillis());
    }

    /** Returns null if the delay did not come back into the band while the load went on. */
    private @Nullable Double catchUpMillis(List<Match> matches, long fromMillis) {
        double band = bandMillis(matches);
        List<Long> outside = new ArrayList<>();
        for (Match match : matches) {
            long seen = match.observed().seenMillis();
            if (seen >= fromMillis && delayMillis(match) > band) {
                outside.add(seen);
            }
        }
        outside.sort(Comparator.naturalOrder());
        long calmFrom = fromMillis;
        for (long seen : outside) {
            if (seen - calmFrom > CALM_MILLIS) {
                break;
            }
            calmFrom = seen;
        }
        return calmFrom + CALM_MILLIS > loadEndMillis ? null : (double) (calmFrom - fromMillis);
    }

    /** Returns twice the 99th percentile of the delay before the fault, or 100 ms more than it. */
    private double bandMillis(List<Match> matches) {
        double[] before = matches.stream()
                .filter(match -> match.observed().seenMillis() <= injectedMillis)
                .mapToDouble(this::delayMillis)
                .sorted()
                .toArray();
        double p99 = before.length == 0 ? 0 : Latencies.at(before, 0.99);
        return p99 + Math.max(p99, LEAST_MARGIN_MILLIS);
    }

    private double delayMillis(Match match) {
        return match.observed().seenMillis()
                - schedule.intendedMillis(match.expected().closeDueMillis());
    }
}
