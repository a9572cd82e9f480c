package io.heliometer.common.oracle;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.workload.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Q6 by its definition: sort the distinct event times of each device, then look at each gap, at the
 * one before the first and at the one after the last.
 *
 * <p>The record that contributes to a silence is the last one before it (its first copy). Where a
 * device was never seen there is none, and the start of the horizon stands for its due time. The
 * record that contributes to a resumption is the first copy of the resuming one.
 */
final class SilentDevicesOracle implements TrustedQuery {
    private static final long HALF_HOUR = 30 * 60 * 1000;

    /** One talk of a device: an event time, and when it was first told. */
    private record Talk(long timeMillis, long dueMillis) {}

    /** One silence: since when, and when it was long enough. */
    private record Silence(long sinceMillis, long silentMillis) {}

    private final PanelRegistry registry;
    private final SunTable sun;
    private final Horizon horizon;
    private final Map<Integer, Integer> partitionBySite = new HashMap<>();
    private final Map<Integer, Talks> talksByDevice = new HashMap<>();

    SilentDevicesOracle(Workload workload) {
        this.registry = workload.registry();
        this.sun = workload.sun();
        this.horizon = workload.horizon();
        for (int site : registry.sites()) {
            partitionBySite.put(site, partitionBySite.size() % workload.partitions());
        }
    }

    @Override
    public void add(TrustedReading reading) {
        talksByDevice
                .computeIfAbsent(reading.device(), device -> new Talks())
                .add(reading.eventTimeMillis(), reading.dueMillis());
    }

    @Override
    public List<ExpectedRow> rows(Sieve sieve) {
        List<ExpectedRow> rows = new ArrayList<>();
        for (Panel panel : registry.panels()) {
            Talks talks = talksByDevice.remove(panel.device());
            List<Talk> sorted = talks == null ? List.of() : talks.distinct();
            for (int gap = 0; gap <= sorted.size(); gap++) {
                Talk last = gap == 0 ? null : sorted.get(gap - 1);
                Talk next = gap == sorted.size() ? null : sorted.get(gap);
                rows.addAll(rowsOfGap(panel, last, next, sieve));
            }
        }
        return rows;
    }

    private List<ExpectedRow> rowsOfGap(
            Panel panel, @Nullable Talk last, @Nullable Talk next, Sieve sieve) {
        List<Silence> silences = silences(panel.site(), last, next);
        List<ExpectedRow> rows = new ArrayList<>();
        long due = last == null ? horizon.startMillis() : last.dueMillis;
        for (Silence silence : silences) {
            String row =
                    "1," + panel.device() + "," + silence.sinceMillis + "," + silence.silentMillis;
            rows.add(row(panel, row, due, sieve.completeDueMillis(silence.silentMillis + 1)));
        }
        if (next != null && !silences.isEmpty()) {
            long gap = next.timeMillis - silences.get(0).sinceMillis;
            String row = "2," + panel.device() + "," + next.timeMillis + "," + gap;
            rows.add(row(panel, row, next.dueMillis, sieve.completeDueMillis(next.timeMillis + 1)));
        }
        return rows;
    }

    private ExpectedRow row(Panel panel, String row, long lastDueMillis, long closeDueMillis) {
        int partition = partitionBySite.getOrDefault(panel.site(), 0);
        return new ExpectedRow(
                OutputTopic.RESULTS, row, 3, partition, lastDueMillis, closeDueMillis);
    }

    /** Returns the silences between two neighbours, at most one a day, ascending. */
    private List<Silence> silences(int site, @Nullable Talk last, @Nullable Talk next) {
        List<Silence> silences = new ArrayList<>();
        long firstDay = sun.dayOf(site, last == null ? horizon.startMillis() : last.timeMillis);
        long lastDay = sun.dayOf(site, horizon.endMillis() - 1);
        for (long day = firstDay; day <= lastDay; day++) {
            SunDay times = sun.find(site, day);
            if (times == null) {
                continue;
            }
            long start = Math.max(times.sunriseMillis() + HALF_HOUR, horizon.startMillis());
            long end = Math.min(times.sunsetMillis() - HALF_HOUR, horizon.endMillis());
            long since = last == null ? start : Math.max(last.timeMillis, start);
            long silent = since + 3 * registry.samplingPeriodMillis();
            if (silent < end && (next == null || next.timeMillis > silent)) {
                silences.add(new Silence(since, silent));
            }
        }
        return silences;
    }

    /** The talks of one device as they come: two numbers each, as there are millions. */
    private static final class Talks {
        private long[] times = new long[16];
        private long[] dues = new long[16];
        private int size;

        void add(long timeMillis, long dueMillis) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                dues = Arrays.copyOf(dues, 2 * size);
            }
            times[size] = timeMillis;
            dues[size] = dueMillis;
            size++;
        }

        /** Returns one talk per event time, ascending; of copies the one that was due first. */
        List<Talk> distinct() {
            List<Talk> talks = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                talks.add(new Talk(times[i], dues[i]));
            }
            talks.sort((left, right) -> left.timeMillis == right.timeMillis
                    ? Long.compare(left.dueMillis, right.dueMillis)
                    : Long.compare(left.timeMillis, right.timeMillis));
            List<Talk> distinct = new ArrayList<>();
            for (Talk talk : talks) {
                if (distinct.isEmpty()
                        || distinct.get(distinct.size() - 1).timeMillis != talk.timeMillis) {
                    distinct.add(talk);
                }
            }
            return distinct;
        }
    }
}
