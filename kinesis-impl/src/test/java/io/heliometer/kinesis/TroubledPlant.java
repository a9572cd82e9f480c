package io.heliometer.kinesis;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small plant of two sites for half an hour in which everything happens that a query looks for:
 * far more disorder than in the field, panels that fall silent, lag, are replaced, or are not yet
 * in use. Of the first site of 200 panels it has only the last ones.
 */
final class TroubledPlant implements Workload {
    private static final Disorder WILD =
            new Disorder(100_000, 5_000, 5_000, 5_000, 5_000, 200_000, 200_000, 20_000, 50_000);
    private static final int FIRST_DEVICE = 188;
    private static final int DEVICES = 213;
    private static final int MINUTES = 30;
    private static final long MINUTE_MILLIS = 60_000;
    private static final int PLAUSIBLE_MILLIAMPERES = 12_000;

    private final SimulatedWorkload plant;

    /** Simulates the plant. */
    TroubledPlant(long seed) {
        plant = new SimulatedWorkload(new WorkloadSpec(
                seed, DEVICES, 2, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, MINUTES, WILD));
    }

    /** Every ninth panel is commissioned in the middle of the run. */
    @Override
    public PanelRegistry registry() {
        PanelRegistry all = plant.registry();
        return new PanelRegistry(
                all.samplingPeriodMillis(),
                all.panels().stream()
                        .filter(panel -> panel.device() >= FIRST_DEVICE)
                        .map(panel -> panel.device() % 9 == 4
                                ? version(panel, panel.pdc0MilliWatts(), atMinute(14), 1)
                                : panel)
                        .toList());
    }

    private static Panel version(Panel panel, long pdc0, long validFromMillis, int version) {
        return new Panel(
                panel.device(),
                panel.string(),
                panel.inverter(),
                panel.site(),
                panel.region(),
                pdc0,
                panel.vmp0MilliVolts(),
                panel.imp0MilliAmperes(),
                panel.voc0MilliVolts(),
                panel.isc0MilliAmperes(),
                panel.gammaPpmPerKelvin(),
                validFromMillis,
                version);
    }

    private long atMinute(int minute) {
        return horizon().startMillis() + minute * MINUTE_MILLIS;
    }

    @Override
    public SunTable sun() {
        return plant.sun();
    }

    @Override
    public Horizon horizon() {
        return plant.horizon();
    }

    @Override
    public int partitions() {
        return plant.partitions();
    }

    @Override
    public RecordCursor open(int partition) {
        List<ScheduledRecord> records = new ArrayList<>();
        for (Panel panel : registry().panels()) {
            if (panel.device() % 4 == 1 && partitionOf(panel.site()) == partition) {
                records.add(announcement(partition, panel, atMinute(6)));
            }
        }
        RecordCursor cursor = plant.open(partition);
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            ScheduledRecord changed = changed(next);
            if (changed != null) {
                records.add(changed);
            }
        }
        records.sort(Comparator.comparingLong(ScheduledRecord::dueMillis));
        var iterator = records.iterator();
        return () -> iterator.hasNext() ? iterator.next() : null;
    }

    private int partitionOf(int site) {
        int number = 0;
        while (registry().sites()[number] != site) {
            number++;
        }
        return number % partitions();
    }

    /** A module of nearly the same rating, which holds from minute 11 on. */
    private ScheduledRecord announcement(int partition, Panel panel, long receivedMillis) {
        Panel next =
                version(panel, panel.pdc0MilliWatts() * 103 / 100, receivedMillis + 300_000, 2);
        return new ScheduledRecord(
                partition,
                panel.device(),
                receivedMillis,
                ReadingCodec.encode(new Announcement(receivedMillis, next)));
    }

    /**
     * Every seventh panel is silent from minute 8 to 16; every fifth yields less, under a sun that
     * no cloud of any seed covers.
     */
    private @Nullable ScheduledRecord changed(ScheduledRecord scheduled) {
        PanelReading reading = ReadingCodec.decode(scheduled.payload());
        if (reading != null && reading.flush()) {
            return scheduled;
        }
        if (scheduled.key() < FIRST_DEVICE) {
            return null;
        }
        if (reading == null) {
            return scheduled;
        }
        long eventTime = reading.eventTimeMillis();
        if (reading.device() % 7 == 3 && atMinute(8) <= eventTime && eventTime < atMinute(16)) {
            return null;
        }
        int current = reading.currentMilliAmperes();
        if (!reading.hasCurrent() || current < 0 || current > PLAUSIBLE_MILLIAMPERES) {
            return scheduled;
        }
        int sunlit = (reading.device() % 5 == 2 ? 3_500 : 6_000) + current % 100;
        return new ScheduledRecord(
                scheduled.partition(),
                scheduled.key(),
                scheduled.dueMillis(),
                ReadingCodec.encode(new PanelReading(
                        reading.device(),
                        reading.sequence(),
                        eventTime,
                        reading.receivedTimeMillis(),
                        reading.voltageMilliVolts(),
                        sunlit,
                        reading.temperatureCentiCelsius(),
                        reading.status(),
                        false)));
    }
}
