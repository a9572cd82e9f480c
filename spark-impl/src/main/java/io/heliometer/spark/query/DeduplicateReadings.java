package io.heliometer.spark.query;

import static io.heliometer.common.query.DeduplicateReadings.WINDOW_MILLIS;
import static io.heliometer.common.query.DeduplicateReadings.countRow;
import static io.heliometer.common.query.DeduplicateReadings.survivorRow;
import static org.apache.spark.sql.functions.col;

import io.heliometer.common.engine.Job;
import io.heliometer.spark.EngineSettings;
import io.heliometer.spark.EventTime;
import io.heliometer.spark.ReadingSource;
import io.heliometer.spark.Wire;
import io.heliometer.spark.internal.Rows;
import io.heliometer.spark.internal.Seen;
import io.heliometer.spark.internal.SiteProcessor;
import io.heliometer.spark.internal.SiteRecord;
import io.heliometer.spark.internal.SiteState;
import io.heliometer.spark.internal.Sites;
import io.heliometer.spark.internal.WindowCounts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * Q1, which readings are gateway retransmissions? The one-liner is
 * {@code dropDuplicatesWithinWatermark("device", "sequence")}. It keeps the right readings, but
 * does not say what it dropped: the counts would be a second streaming query that reads, parses and
 * remembers everything once more. It also makes an entry in the state store for every reading, and
 * keeps it for 2L. So one {@code transformWithState} does both, with one value per site.
 */
public final class DeduplicateReadings {
    /** The streaming query's name, in the UI and of the checkpoint. */
    public static final String NAME = "deduplicate-readings";

    private DeduplicateReadings() {}

    /** Returns one row (topic, value) per reading that is kept, and per count of a closed hour. */
    public static Dataset<Row> rows(
            ReadingSource source, Job job, String jobFile, EngineSettings settings) {
        // tag::late[]
        // Rejected, late ones included, before they reach clock or state: see Lateness.
        Wire.Columns<SiteRecord> accepted = SiteRecord::accepted;
        // end::late[]
        // tag::time[]
        long allowedMillis = job.lateness().allowedMillis();
        Dataset<Row> records = EventTime.forOperator(
                EventTime.clocks(job, settings).stream()
                        .map(partitions -> Wire.parse(
                                        source.payloads(partitions),
                                        jobFile,
                                        accepted,
                                        SiteRecord.class)
                                .filter(col("kind").notEqual(SiteRecord.NONE)))
                        .toList(),
                allowedMillis + settings.watermarkSkewMillis());
        // end::time[]
        // tag::key[]
        KeyValueGroupedDataset<Integer, SiteRecord> bySite = Sites.group(records);
        // end::key[]
        return Sites.timedRows(
                bySite,
                new SiteProcessor(jobFile, (site, open) -> new Site(site), allowedMillis),
                records.sparkSession(),
                job);
    }

    private static final class Site implements SiteState {
        private final int site;
        // tag::window[]
        private final WindowCounts retransmissions = new WindowCounts(WINDOW_MILLIS);
        // end::window[]
        // tag::state[]
        private final Seen seen = new Seen();

        Site(int site) {
            this.site = site;
        }

        @Override
        public void take(List<SiteRecord> batch, Rows rows) {
            for (SiteRecord next : batch) {
                if (next.getKind() != SiteRecord.READING) {
                    continue;
                }
                if (seen.isFirst(next)) {
                    rows.result(survivorRow(next.toReading()));
                } else {
                    retransmissions.add(site, next.getTimeMillis());
                }
            }
        }
        // end::state[]

        // tag::emit[]
        @Override
        public void settle(long watermarkMillis, Rows rows) {
            seen.expire(watermarkMillis);
            retransmissions.close(
                    watermarkMillis,
                    (code, startMillis, count) -> rows.result(countRow(code, startMillis, count)));
        }

        @Override
        public long nextWakeMillis() {
            return retransmissions.nextWakeMillis();
        }
        // end::emit[]

        @Override
        public void read(DataInput in) throws IOException {
            seen.read(in);
            retransmissions.read(in);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            seen.write(out);
            retransmissions.write(out);
        }
    }
}
