package io.heliometer.benchmarks.input;

import io.heliometer.common.model.Horizon;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the spans in which devices are silent; devices with the same gap share one entry. */
final class Gaps {
    private record Span(long fromMillis, long toMillis) {}

    private final long periodMillis;
    private final Map<Span, Integer> deviceCounts = new TreeMap<>(
            Comparator.comparingLong(Span::fromMillis).thenComparingLong(Span::toMillis));

    Gaps(long periodMillis) {
        this.periodMillis = periodMillis;
    }

    /** Adds the gaps of one device inside the horizon. */
    void add(List<Long> eventTimes, Horizon horizon) {
        long end = horizon.startMillis();
        for (long eventTime : eventTimes.stream().sorted().toList()) {
            addIfGap(end, eventTime);
            end = eventTime + periodMillis;
        }
        addIfGap(end, horizon.endMillis());
    }

    /** A logger's clock may waver: up to half a period is no missing sample. */
    private void addIfGap(long fromMillis, long toMillis) {
        if (2 * (toMillis - fromMillis) > periodMillis) {
            deviceCounts.merge(new Span(fromMillis, toMillis), 1, Integer::sum);
        }
    }

    /** Returns the gaps, ascending by time. */
    List<Gap> found() {
        return deviceCounts.entrySet().stream()
                .map(entry -> new Gap(
                        entry.getKey().fromMillis(), entry.getKey().toMillis(), entry.getValue()))
                .toList();
    }
}
