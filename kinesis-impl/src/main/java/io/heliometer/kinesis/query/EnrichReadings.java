package io.heliometer.kinesis.query;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.kinesis.internal.ByDevice;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.PanelVersions;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Shared;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Q2, what module was this, at that time? A version is announced in the shard of its site, ahead of
 * the first reading that it holds for, so a map beside the registry is the whole table: nothing has
 * to be joined across shards, and no reading has to wait for a version.
 *
 * <p>Announced versions live as long as the stream, far longer than a shard keeps its records:
 * without snapshots they would be lost.
 */
public final class EnrichReadings implements ShardQuery {
    private static final int ROW_KEY_COLUMNS = 2;
    private static final int REJECT_KEY_COLUMNS = 2;

    private final Shared shared;
    private final OutputRows rows;
    // tag::state[]
    private final ByDevice<List<Panel>> announced = new ByDevice<>();
    // end::state[]

    /** Creates the query of one shard. */
    public EnrichReadings(Shared shared, OutputRows rows) {
        this.shared = shared;
        this.rows = rows;
    }

    @Override
    public void accept(Arrival arrival) {
        Panel version = arrival.registration();
        if (version != null) {
            announce(version);
            return;
        }
        PanelReading reading = arrival.reading();
        // tag::late[]
        // Nothing closes, so nothing could be late for it; but what Q0 rejects is not joined.
        if (reading == null || reading.flush() || shared.rules().check(reading) != null) {
            return;
        }
        // end::late[]
        Panel panel = versionOf(reading);
        // tag::emit[]
        if (panel != null) {
            rows.result(
                    io.heliometer.common.query.EnrichReadings.row(
                            new EnrichedReading(reading, panel)),
                    ROW_KEY_COLUMNS);
        }
        // end::emit[]
    }

    /** Takes a version of a panel that is announced. */
    void announce(Panel version) {
        // No reading of a device that the registry lacks is ever trusted.
        if (shared.registry().find(version.device()) == null) {
            return;
        }
        List<Panel> versions = announced.get(version.device());
        if (versions == null) {
            versions = new ArrayList<>();
            announced.put(version.device(), versions);
        }
        if (!versions.contains(version)) {
            versions.add(version);
        }
    }

    /** Returns the version that a reading joins; writes a reject and returns null if none holds. */
    @Nullable Panel versionOf(PanelReading reading) {
        // tag::key[]
        Panel registered = shared.registry().find(reading.device());
        List<Panel> later = announced.get(reading.device());
        // end::key[]
        // tag::window[]
        // Not a window: as of the reading's own time, whenever it is read.
        Panel panel = io.heliometer.common.query.EnrichReadings.asOf(
                registered, later == null ? List.of() : later, reading.eventTimeMillis());
        // end::window[]
        if (panel == null) {
            rows.reject(
                    io.heliometer.common.query.EnrichReadings.unregisteredRow(reading),
                    REJECT_KEY_COLUMNS);
        }
        return panel;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(announced.size());
        announced.forEach((device, versions) -> {
            out.writeInt(device);
            PanelVersions.write(out, versions);
        });
    }

    @Override
    public void load(DataInput in) throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            announced.put(in.readInt(), PanelVersions.read(in));
        }
    }
}
