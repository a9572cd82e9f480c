package io.heliometer.common.oracle;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A workload whose plant gives every query something to find: panels that lose half of their
 * current, fall quiet for some minutes or for good, appear late, are commissioned or replaced in
 * the middle of the run. Which ones is decided by their ids alone.
 */
final class TroubledWorkload implements Workload {
    private static final long MINUTE = 60_000;

    private final Workload healthy;
    private final PanelRegistry registry;

    TroubledWorkload(Workload healthy) {
        this.healthy = healthy;
        this.registry = new PanelRegistry(
                healthy.registry().samplingPeriodMillis(),
                healthy.registry().panels().stream().map(this::commissioned).toList());
    }

    private Panel commissioned(Panel panel) {
        return panel.device() % 17 == 0
                ? version(panel, panel.pdc0MilliWatts(), start() + 10 * MINUTE + 17, 1)
                : panel;
    }

    private static Panel version(Panel panel, long pdc0MilliWatts, long validFrom, int version) {
        return new Panel(
                panel.device(),
                panel.string(),
                panel.inverter(),
                panel.site(),
                panel.region(),
                pdc0MilliWatts,
                panel.vmp0MilliVolts(),
                panel.imp0MilliAmperes(),
                panel.voc0MilliVolts(),
                panel.isc0MilliAmperes(),
                panel.gammaPpmPerKelvin(),
                validFrom,
                version);
    }

    private long start() {
        return healthy.horizon().startMillis();
    }

    @Override
    public PanelRegistry registry() {
        return registry;
    }

    @Override
    public SunTable sun() {
        return healthy.sun();
    }

    @Override
    public Horizon horizon() {
        return healthy.horizon();
    }

    @Override
    public int partitions() {
        return healthy.partitions();
    }

    @Override
    public RecordCursor open(int partition) {
        RecordCursor records = healthy.open(partition);
        Deque<ScheduledRecord> announcements = announcements(partition);
        return () -> announcements.isEmpty() ? next(records) : announcements.poll();
    }

    /** Two versions of each replaced panel, the one that holds later announced first. */
    private Deque<ScheduledRecord> announcements(int partition) {
        int[] sites = registry.sites();
        Deque<ScheduledRecord> announcements = new ArrayDeque<>();
        for (int k = partition; k < sites.length; k += partitions()) {
            for (Panel panel : registry.panels()) {
                if (panel.site() == sites[k] && panel.device() % 19 == 0) {
                    long rated = panel.pdc0MilliWatts();
                    announcements.add(announced(
                            partition, version(panel, 4 * rated, start() + 20 * MINUTE + 1, 6)));
                    announcements.add(announced(
                            partition, version(panel, rated / 2, start() + 13 * MINUTE, 5)));
                }
            }
        }
        return announcements;
    }

    private ScheduledRecord announced(int partition, Panel version) {
        byte[] payload = ReadingCodec.encode(new Announcement(start(), version));
        return new ScheduledRecord(partition, version.device(), start(), payload);
    }

    private @Nullable ScheduledRecord next(RecordCursor records) {
        ScheduledRecord next = records.next();
        while (next != null && isLost(ReadingCodec.decode(next.payload()))) {
            next = records.next();
        }
        return next == null ? null : weakened(next);
    }

    private boolean isLost(@Nullable PanelReading reading) {
        if (reading == null || reading.flush()) {
            return false;
        }
        long minute = Math.floorDiv(reading.eventTimeMillis() - start(), MINUTE);
        int device = reading.device();
        boolean pausing = device % 11 == 3 && minute >= 8 && minute < 8 + device % 7;
        boolean late = device % 13 == 5 && minute < device % 9;
        boolean gone = device % 23 == 7 && minute >= 5 + device % 20;
        return pausing || late || gone || device % 101 == 50;
    }

    private static ScheduledRecord weakened(ScheduledRecord scheduled) {
        PanelReading reading = ReadingCodec.decode(scheduled.payload());
        if (reading == null || reading.device() % 10 != 4 || !reading.hasCurrent()) {
            return scheduled;
        }
        PanelReading weak = new PanelReading(
                reading.device(),
                reading.sequence(),
                reading.eventTimeMillis(),
                reading.receivedTimeMillis(),
                reading.voltageMilliVolts(),
                reading.currentMilliAmperes() / 2,
                reading.temperatureCentiCelsius(),
                reading.status(),
                false);
        return new ScheduledRecord(
                scheduled.partition(),
                scheduled.key(),
                scheduled.dueMillis(),
                ReadingCodec.encode(weak));
    }
}
