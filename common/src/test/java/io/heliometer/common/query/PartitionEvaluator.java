package io.heliometer.common.query;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.query.PeerComparison.PanelTotals;
import io.heliometer.common.query.PlantMonitor.Part;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One partition of {@link QueryEvaluator}. */
final class PartitionEvaluator {
    private record Key(int device, long sequence) {}

    private record RejectCell(int site, int reason) {}

    private record PanelCell(int string, int device) {}

    private final String query;
    private final PanelRegistry registry;
    private final ValidateReadings trust;
    private final BiConsumer<OutputTopic, String> rows;
    private final SilenceEvaluator silences;

    private final Map<Integer, List<Panel>> announced = new HashMap<>();
    private final Set<Key> seen = new HashSet<>();
    private final TreeMap<Long, List<Key>> seenByEventTime = new TreeMap<>();
    private final Windowed<RejectCell, Long> rejectCounts =
            new Windowed<>(ValidateReadings.WINDOW_MILLIS, Long::sum);
    private final Windowed<Integer, Long> copyCounts =
            new Windowed<>(DeduplicateReadings.WINDOW_MILLIS, Long::sum);
    private final Windowed<Integer, StringRollup.Totals> strings =
            new Windowed<>(StringRollup.WINDOW_MILLIS, StringRollup.Totals::merge);
    private final Windowed<PanelCell, PanelTotals> panels =
            new Windowed<>(PeerComparison.WINDOW_MILLIS, PanelTotals::merge);
    private long maxReceivedMillis = Long.MIN_VALUE;
    private long maxEventMillis = Long.MIN_VALUE;

    PartitionEvaluator(
            String query, Workload workload, int partition, BiConsumer<OutputTopic, String> rows) {
        this.query = query;
        this.registry = workload.registry();
        this.trust = new ValidateReadings(registry, workload.horizon(), Lateness.SPEC);
        this.rows = rows;
        this.silences =
                new SilenceEvaluator(workload, partition, row -> result(Part.SILENT_DEVICES, row));
    }

    void accept(ScheduledRecord scheduled) {
        Arrival arrival = ReadingCodec.arrival(scheduled.payload());
        Panel version = arrival.registration();
        if (version != null) {
            announced
                    .computeIfAbsent(version.device(), device -> new ArrayList<>())
                    .add(version);
            return;
        }
        PanelReading reading = arrival.reading();
        RejectReason reason = arrival.isFlush() ? null : trust.check(reading);
        if (reason != null) {
            reject(arrival, reason);
        } else if (reading != null && !reading.flush()) {
            trusted(reading);
        }
        if (reading != null) {
            maxReceivedMillis = Math.max(maxReceivedMillis, reading.receivedTimeMillis());
            if (reason == null) {
                maxEventMillis = Math.max(maxEventMillis, reading.eventTimeMillis());
            }
        }
        advance();
    }

    private boolean runs(String single) {
        return query.equals(single) || query.equals("M");
    }

    private void result(Part part, String row) {
        rows.accept(OutputTopic.RESULTS, query.equals("M") ? part.row(row) : row);
    }

    private void reject(Arrival arrival, RejectReason reason) {
        if (!runs("Q0")) {
            return;
        }
        rows.accept(OutputTopic.REJECTS, ValidateReadings.rejectRow(arrival, reason));
        PanelReading reading = arrival.reading();
        Integer site = trust.countedSite(reading);
        if (reading != null && site != null) {
            rejectCounts.add(reading.receivedTimeMillis(), new RejectCell(site, reason.code()), 1L);
        }
    }

    private void trusted(PanelReading reading) {
        Panel registered = Objects.requireNonNull(registry.find(reading.device()));
        if (query.equals("Q0")) {
            rows.accept(OutputTopic.RESULTS, ValidateReadings.validRow(reading));
        }
        if (runs("Q1") && isCopy(reading)) {
            copyCounts.add(reading.eventTimeMillis(), registered.site(), 1L);
            return;
        }
        if (query.equals("Q1")) {
            rows.accept(OutputTopic.RESULTS, DeduplicateReadings.survivorRow(reading));
        }
        Panel panel = runs("Q2") ? joined(reading, registered) : registered;
        if (panel == null) {
            rows.accept(OutputTopic.REJECTS, EnrichReadings.unregisteredRow(reading));
            return;
        }
        if (query.equals("Q2")) {
            EnrichedReading enriched = new EnrichedReading(reading, panel);
            rows.accept(OutputTopic.RESULTS, EnrichReadings.row(enriched));
        }
        aggregate(reading, panel);
    }

    private boolean isCopy(PanelReading reading) {
        Key key = new Key(reading.device(), reading.sequence());
        if (!seen.add(key)) {
            return true;
        }
        seenByEventTime
                .computeIfAbsent(reading.eventTimeMillis(), time -> new ArrayList<>())
                .add(key);
        return false;
    }

    private @Nullable Panel joined(PanelReading reading, Panel registered) {
        return EnrichReadings.asOf(
                registered,
                announced.getOrDefault(reading.device(), List.of()),
                reading.eventTimeMillis());
    }

    private void aggregate(PanelReading reading, Panel panel) {
        long seconds = registry.samplingPeriodSeconds();
        if (runs("Q3")) {
            strings.add(
                    reading.eventTimeMillis(),
                    panel.string(),
                    StringRollup.Totals.EMPTY.plus(reading, seconds));
        }
        if (runs("Q5")) {
            panels.add(
                    reading.eventTimeMillis(),
                    new PanelCell(panel.string(), panel.device()),
                    PanelTotals.EMPTY.plus(reading, panel.pdc0MilliWatts(), seconds));
        }
        if (runs("Q6")) {
            silences.add(reading);
        }
    }

    private void advance() {
        if (maxEventMillis == Long.MIN_VALUE) {
            closeRejectCounts(query.equals("M") ? Long.MIN_VALUE : maxReceivedMillis - 1);
            return;
        }
        long watermark = Lateness.SPEC.watermarkMillis(maxEventMillis);
        closeRejectCounts(query.equals("M") ? watermark : maxReceivedMillis - 1);
        while (!seenByEventTime.isEmpty()
                && DeduplicateReadings.isExpired(seenByEventTime.firstKey(), watermark)) {
            seenByEventTime.pollFirstEntry().getValue().forEach(seen::remove);
        }
        copyCounts.close(
                watermark,
                (start, cells) -> cells.forEach((site, count) -> result(
                        Part.DEDUPLICATE_READINGS,
                        DeduplicateReadings.countRow(site, start, count))));
        strings.close(
                watermark,
                (start, cells) -> cells.forEach((string, totals) -> result(
                        Part.STRING_ROLLUP,
                        totals.row(
                                string,
                                start,
                                StringRollup.expectedCount(
                                        registry.panelCount(string),
                                        registry.samplingPeriodMillis())))));
        panels.close(watermark, this::compare);
        if (runs("Q6")) {
            silences.advance(watermark);
        }
    }

    private void closeRejectCounts(long clockMillis) {
        rejectCounts.close(
                clockMillis,
                (start, cells) -> cells.forEach((cell, count) -> result(
                        Part.VALIDATE_READINGS,
                        ValidateReadings.countRow(cell.site, cell.reason, start, count))));
    }

    private void compare(long windowStartMillis, Map<PanelCell, PanelTotals> cells) {
        Map<Integer, Map<Integer, PanelTotals>> byString = new TreeMap<>();
        cells.forEach(
                (cell, totals) -> byString.computeIfAbsent(cell.string, string -> new HashMap<>())
                        .put(cell.device, totals));
        byString.forEach((string, totals) -> PeerComparison.rows(string, windowStartMillis, totals)
                .forEach(row -> result(Part.PEER_COMPARISON, row)));
    }
}
