package io.heliometer.benchmarks.input;

import io.heliometer.common.model.Horizon;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Counts what a recording held. */
final class Summarizer {
    private static final long DAY_MILLIS = 86_400_000;

    private final Mapping mapping;
    private final Recording recording;
    private final Horizon horizon;
    private final ZoneOffset offset;

    Summarizer(Mapping mapping, Recording recording, Horizon horizon) {
        this.mapping = mapping;
        this.recording = recording;
        this.horizon = horizon;
        this.offset = mapping.time().offset().orElse(ZoneOffset.UTC);
    }

    /** Returns the summary. */
    InputSummary summary() {
        return new InputSummary(
                mapping.layout().files(),
                recording.rowCount(),
                recording.records().size(),
                mapping.devices().size(),
                horizon,
                mapping.time().periodMillis(),
                offset,
                new InputSummary.Malformed(
                        recording.malformedRecordCount(),
                        recording.malformedCellCount(),
                        recording.malformedExamples()),
                new InputSummary.Order(recording.outOfOrderRowCount(), repeatedStampCount()),
                gaps(),
                uncovered(),
                recording.ranges());
    }

    private long repeatedStampCount() {
        return recording.eventTimes().values().stream()
                .mapToLong(times -> times.size() - new HashSet<>(times).size())
                .sum();
    }

    private List<Gap> gaps() {
        Gaps gaps = new Gaps(mapping.time().periodMillis());
        Map<Integer, List<Long>> eventTimes = recording.eventTimes();
        for (DeviceMapping device : mapping.devices()) {
            gaps.add(eventTimes.getOrDefault(device.panel().device(), List.of()), horizon);
        }
        return gaps.found();
    }

    /**
     * Returns what the first and last local day lack. The days are those of the intervals' ends: a
     * logger's first row of a day, stamped 00:00, covers the last minute of the day before.
     */
    private List<Gap> uncovered() {
        int devices = mapping.devices().size();
        long firstEndMillis = horizon.startMillis() + mapping.time().periodMillis();
        List<Gap> uncovered = new ArrayList<>();
        long dayStart = startOfDay(firstEndMillis);
        if (dayStart < horizon.startMillis()) {
            uncovered.add(new Gap(dayStart, horizon.startMillis(), devices));
        }
        long dayEnd = startOfDay(horizon.endMillis() - 1) + DAY_MILLIS;
        if (dayEnd > horizon.endMillis()) {
            uncovered.add(new Gap(horizon.endMillis(), dayEnd, devices));
        }
        return uncovered;
    }

    private long startOfDay(long millis) {
        long offsetMillis = offset.getTotalSeconds() * 1000L;
        return Math.floorDiv(millis + offsetMillis, DAY_MILLIS) * DAY_MILLIS - offsetMillis;
    }
}
