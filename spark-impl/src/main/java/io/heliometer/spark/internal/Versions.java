package io.heliometer.spark.internal;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.EnrichReadings;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.wire.ReadingCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a site's panels that were announced since the registry file was written, as long
 * as a reading may join them. An announcement that comes again changes nothing.
 */
public final class Versions {
    private final PanelRegistry registry;
    private final Lateness lateness;
    private final Map<Integer, List<Panel>> announced = new HashMap<>();

    /** Starts with the registry file alone. */
    public Versions(OpenJob job) {
        this.registry = job.registry();
        this.lateness = job.lateness();
    }

    /**
     * Takes the announcements of a batch. Before its readings, because a shuffle keeps no order:
     * one that was sent later than a reading holds for later event times only.
     */
    public void take(List<SiteRecord> batch) {
        Set<Integer> devices = new HashSet<>();
        for (SiteRecord next : batch) {
            if (next.getKind() == SiteRecord.REGISTRATION) {
                Panel version = next.toVersion();
                add(version);
                devices.add(version.device());
            }
        }
        if (!devices.isEmpty()) {
            long leastMillis = leastMillis(batch);
            devices.forEach(device -> forget(device, leastMillis));
        }
    }

    private void add(Panel version) {
        List<Panel> versions =
                announced.computeIfAbsent(version.device(), device -> new ArrayList<>(1));
        if (!versions.contains(version)) {
            versions.add(version);
        }
    }

    /** Returns the least event time that a reading of this batch or a later one may have. */
    private long leastMillis(List<SiteRecord> batch) {
        LongSummaryStatistics times = batch.stream()
                .filter(next -> next.getKind() == SiteRecord.READING)
                .mapToLong(SiteRecord::getTimeMillis)
                .summaryStatistics();
        return times.getCount() == 0
                ? Long.MIN_VALUE
                : Math.min(times.getMin(), lateness.watermarkMillis(times.getMax()) + 1);
    }

    /** Forgets the versions of a device that another one has replaced for all that may follow. */
    private void forget(int device, long leastMillis) {
        List<Panel> versions = announced.getOrDefault(device, List.of());
        Panel first = EnrichReadings.asOf(registry.find(device), versions, leastMillis);
        versions.removeIf(
                version -> version.validFromMillis() <= leastMillis && !version.equals(first));
        if (versions.isEmpty()) {
            announced.remove(device);
        }
    }

    /** Returns the reading with the version that holds for it, or null if none does. */
    public @Nullable EnrichedReading enrich(PanelReading reading) {
        Panel panel = EnrichReadings.asOf(
                registry.find(reading.device()),
                announced.getOrDefault(reading.device(), List.of()),
                reading.eventTimeMillis());
        return panel == null ? null : new EnrichedReading(reading, panel);
    }

    /** Takes back what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            byte[] payload = new byte[in.readInt()];
            in.readFully(payload);
            add(Objects.requireNonNull(ReadingCodec.arrival(payload).registration()));
        }
    }

    /** Writes all versions, in the format in which they came. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(announced.values().stream().mapToInt(List::size).sum());
        for (List<Panel> versions : announced.values()) {
            for (Panel version : versions) {
                byte[] payload = ReadingCodec.encode(new Announcement(0, version));
                out.writeInt(payload.length);
                out.write(payload);
            }
        }
    }
}
