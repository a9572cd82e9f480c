package io.heliometer.spark.query;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.DeduplicateReadings;
import io.heliometer.common.query.EnrichReadings;
import io.heliometer.common.query.PlantMonitor.Part;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.spark.EngineSettings;
import io.heliometer.spark.EventTime;
import io.heliometer.spark.ReadingSource;
import io.heliometer.spark.Wire;
import io.heliometer.spark.internal.OpenJob;
import io.heliometer.spark.internal.Peers;
import io.heliometer.spark.internal.Rollups;
import io.heliometer.spark.internal.Rows;
import io.heliometer.spark.internal.Seen;
import io.heliometer.spark.internal.Silences;
import io.heliometer.spark.internal.SiteProcessor;
import io.heliometer.spark.internal.SiteRecord;
import io.heliometer.spark.internal.SiteState;
import io.heliometer.spark.internal.Sites;
import io.heliometer.spark.internal.Versions;
import io.heliometer.spark.internal.WindowCounts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * M, the monitoring application. As a table plan it would be deduplication, join, three
 * aggregations and timers, each behind a shuffle of its own, and as a plan has one sink, six
 * streaming queries that each read and parse the whole input. But all of it is local to a site: so
 * records are parsed once and shuffled once, and one operator holds everything. Rejects go through
 * it as well, because it has the only sink; they are few.
 *
 * <p>What is lost: a plan that shows in the UI what the application does, and built-in aggregates
 * that sum up before the shuffle.
 */
public final class PlantMonitor {
    /** The streaming query's name, in the UI and of the checkpoint. */
    public static final String NAME = "plant-monitor";

    private PlantMonitor() {}

    /** Returns the rows (topic, value) of all parts. */
    public static Dataset<Row> rows(
            ReadingSource source, Job job, String jobFile, EngineSettings settings) {
        // tag::late[]
        // Judged, late ones included, before they reach clock or state: see Lateness.
        Wire.Columns<SiteRecord> judged = SiteRecord::any;
        // end::late[]
        // tag::time[]
        long allowedMillis = job.lateness().allowedMillis();
        Dataset<Row> records = EventTime.forOperator(
                EventTime.clocks(job, settings).stream()
                        .map(partitions -> Wire.parse(
                                source.payloads(partitions), jobFile, judged, SiteRecord.class))
                        .toList(),
                allowedMillis + settings.watermarkSkewMillis());
        // end::time[]
        // tag::key[]
        KeyValueGroupedDataset<Integer, SiteRecord> bySite = Sites.group(records);
        // end::key[]
        return Sites.timedRows(
                bySite,
                new SiteProcessor(jobFile, Site::new, allowedMillis),
                records.sparkSession(),
                job);
    }

    private static final class Site implements SiteState {
        private final int site;
        // tag::window[]
        private final WindowCounts rejects = new WindowCounts(ValidateReadings.WINDOW_MILLIS);
        private final WindowCounts retransmissions =
                new WindowCounts(DeduplicateReadings.WINDOW_MILLIS);
        private final Rollups rollups;
        private final Peers peers;
        // end::window[]
        private final Seen seen = new Seen();
        private final Versions versions;
        private final Silences silences;

        Site(int site, OpenJob open) {
            this.site = site;
            rollups = new Rollups(open);
            peers = new Peers(open);
            versions = new Versions(open);
            silences = new Silences(site, open);
        }

        // tag::state[]
        @Override
        public void take(List<SiteRecord> batch, Rows rows) {
            versions.take(batch);
            for (SiteRecord next : batch) {
                if (next.getKind() == SiteRecord.REJECT) {
                    reject(next, rows);
                } else if (next.getKind() == SiteRecord.READING) {
                    accept(next, rows);
                }
            }
        }

        private void reject(SiteRecord reject, Rows rows) {
            rows.reject(Objects.requireNonNull(reject.getContent()));
            if (site != SiteRecord.NO_SITE) {
                rejects.add(reject.getStatus(), reject.getTimeMillis());
            }
        }

        private void accept(SiteRecord accepted, Rows rows) {
            if (!seen.isFirst(accepted)) {
                retransmissions.add(site, accepted.getTimeMillis());
                return;
            }
            PanelReading reading = accepted.toReading();
            EnrichedReading enriched = versions.enrich(reading);
            if (enriched == null) {
                rows.reject(EnrichReadings.unregisteredRow(reading));
                return;
            }
            rollups.add(enriched);
            peers.add(enriched);
            silences.talked(reading.device(), reading.eventTimeMillis());
        }
        // end::state[]

        // tag::emit[]
        @Override
        public void settle(long watermarkMillis, Rows rows) {
            seen.expire(watermarkMillis);
            rejects.close(
                    watermarkMillis,
                    (code, startMillis, count) -> rows.resultsOf(Part.VALIDATE_READINGS)
                            .accept(ValidateReadings.countRow(site, code, startMillis, count)));
            retransmissions.close(
                    watermarkMillis,
                    (code, startMillis, count) -> rows.resultsOf(Part.DEDUPLICATE_READINGS)
                            .accept(DeduplicateReadings.countRow(code, startMillis, count)));
            rollups.close(watermarkMillis, rows.resultsOf(Part.STRING_ROLLUP));
            peers.close(watermarkMillis, rows.resultsOf(Part.PEER_COMPARISON));
            silences.settle(watermarkMillis, rows.resultsOf(Part.SILENT_DEVICES));
        }

        @Override
        public long nextWakeMillis() {
            long counts = Math.min(rejects.nextWakeMillis(), retransmissions.nextWakeMillis());
            long windows = Math.min(rollups.nextWakeMillis(), peers.nextWakeMillis());
            return Math.min(Math.min(counts, windows), silences.nextWakeMillis());
        }
        // end::emit[]

        @Override
        public void read(DataInput in) throws IOException {
            rejects.read(in);
            retransmissions.read(in);
            seen.read(in);
            versions.read(in);
            rollups.read(in);
            peers.read(in);
            silences.read(in);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            rejects.write(out);
            retransmissions.write(out);
            seen.write(out);
            versions.write(out);
            rollups.write(out);
            peers.write(out);
            silences.write(out);
        }
    }
}
