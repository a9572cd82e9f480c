package io.heliometer.kinesis.query;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.PlantMonitor.Part;
import io.heliometer.kinesis.EventTime;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.PartRows;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Shared;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * M, the monitoring application: the other queries as plain objects, called one after the other on
 * a reading that was parsed and judged once. Nothing lies between them: no stream, no copy, no
 * second key, and one snapshot holds the state of all at one position.
 */
public final class PlantMonitor implements ShardQuery {
    private final Shared shared;
    // tag::state[]
    private final ValidateReadings validation;
    private final DeduplicateReadings deduplication;
    private final EnrichReadings enrichment;
    private final StringRollup rollup;
    private final PeerComparison comparison;
    private final SilentDevices silence;
    // end::state[]
    private long watermarkMillis = EventTime.BEGINNING;

    /**
     * Creates the query of one shard.
     *
     * @param partition says whose sites are in the shard
     */
    public PlantMonitor(Shared shared, int partition, OutputRows rows) {
        this.shared = shared;
        validation = new ValidateReadings(shared, new PartRows(Part.VALIDATE_READINGS, rows));
        deduplication =
                new DeduplicateReadings(shared, new PartRows(Part.DEDUPLICATE_READINGS, rows));
        // Its only rows here are rejects, which have no number.
        enrichment = new EnrichReadings(shared, rows);
        rollup = new StringRollup(shared, new PartRows(Part.STRING_ROLLUP, rows));
        comparison = new PeerComparison(shared, new PartRows(Part.PEER_COMPARISON, rows));
        silence = new SilentDevices(shared, partition, new PartRows(Part.SILENT_DEVICES, rows));
    }

    @Override
    public void accept(Arrival arrival) {
        Panel version = arrival.registration();
        if (version != null) {
            enrichment.announce(version);
            return;
        }
        PanelReading reading = arrival.reading();
        // tag::late[]
        // Rejected, late ones included, before they reach clock or state: see Lateness.
        if (!arrival.isFlush() && !validation.isTrusted(arrival)) {
            return;
        }
        // end::late[]
        if (reading != null) {
            // tag::time[]
            passTime(shared.lateness().watermarkMillis(reading.eventTimeMillis()));
            // end::time[]
            if (!reading.flush()) {
                add(reading);
            }
        }
    }

    private void add(PanelReading reading) {
        // tag::key[]
        // A site never leaves its shard, so device, string and site are keys of plain maps.
        if (!deduplication.isFirst(reading)) {
            return;
        }
        Panel panel = enrichment.versionOf(reading);
        // end::key[]
        if (panel == null) {
            return;
        }
        // tag::window[]
        // Side by side, each with windows of its own size over the same time.
        rollup.add(reading);
        comparison.add(reading, panel);
        silence.add(reading);
        // end::window[]
    }

    // tag::emit[]
    /** One clock for all; reject counts of received time close on it too, only later. */
    private void passTime(long toMillis) {
        if (toMillis > watermarkMillis) {
            watermarkMillis = toMillis;
            validation.passTime(toMillis);
            deduplication.passTime(toMillis);
            rollup.passTime(toMillis);
            comparison.passTime(toMillis);
            silence.passTime(toMillis);
        }
    }
    // end::emit[]

    private List<ShardQuery> parts() {
        return List.of(validation, deduplication, enrichment, rollup, comparison, silence);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (ShardQuery part : parts()) {
            part.save(out);
        }
    }

    /** The watermark lives in the parts, which do not go back. */
    @Override
    public void load(DataInput in) throws IOException {
        for (ShardQuery part : parts()) {
            part.load(in);
        }
    }
}
