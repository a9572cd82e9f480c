package io.heliometer.spark.query;

import static io.heliometer.common.query.EnrichReadings.row;
import static io.heliometer.common.query.EnrichReadings.unregisteredRow;
import static org.apache.spark.sql.functions.col;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.PanelReading;
import io.heliometer.spark.ReadingSource;
import io.heliometer.spark.Wire;
import io.heliometer.spark.internal.OpenJob;
import io.heliometer.spark.internal.Rows;
import io.heliometer.spark.internal.SiteProcessor;
import io.heliometer.spark.internal.SiteRecord;
import io.heliometer.spark.internal.SiteState;
import io.heliometer.spark.internal.Sites;
import io.heliometer.spark.internal.Versions;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * Q2, what module was this, at that time? Spark's join of a stream with a table takes the table as
 * it is when the batch runs, not as it was at event time; its join of two streams would keep each
 * reading until its time has passed. So the versions are keyed state of {@code transformWithState}.
 * The price is a shuffle of every reading for a change that is rare: a task without state cannot
 * know what an earlier batch announced, which is also why real-time mode cannot have this query.
 *
 * <p>No clock: a version is known before the first reading that it holds for, and one that comes
 * early does no harm. So there is one source, no watermark and no timer.
 */
public final class EnrichReadings {
    /** The streaming query's name, in the UI and of the checkpoint. */
    public static final String NAME = "enrich-readings";

    private EnrichReadings() {}

    /** Returns one row (topic, value) per accepted reading. */
    public static Dataset<Row> rows(ReadingSource source, Job job, String jobFile) {
        // tag::late[]
        Wire.Columns<SiteRecord> accepted = SiteRecord::acceptedOrVersion;
        // end::late[]
        Dataset<SiteRecord> records = Wire.parse(
                        source.payloads(ReadingSource.partitions(job)),
                        jobFile,
                        accepted,
                        SiteRecord.class)
                .filter(col("kind").isin(SiteRecord.READING, SiteRecord.REGISTRATION));
        // tag::key[]
        KeyValueGroupedDataset<Integer, SiteRecord> bySite = Sites.group(records);
        // end::key[]
        return Sites.rows(
                bySite,
                new SiteProcessor(
                        jobFile, (site, open) -> new Site(open), job.lateness().allowedMillis()));
    }

    private static final class Site implements SiteState {
        // tag::state[]
        private final Versions versions;

        Site(OpenJob open) {
            versions = new Versions(open);
        }
        // end::state[]

        // tag::emit[]
        @Override
        public void take(List<SiteRecord> batch, Rows rows) {
            versions.take(batch);
            for (SiteRecord next : batch) {
                if (next.getKind() == SiteRecord.READING) {
                    PanelReading reading = next.toReading();
                    EnrichedReading enriched = versions.enrich(reading);
                    if (enriched == null) {
                        rows.reject(unregisteredRow(reading));
                    } else {
                        rows.result(row(enriched));
                    }
                }
            }
        }
        // end::emit[]

        @Override
        public void settle(long watermarkMillis, Rows rows) {}

        @Override
        public long nextWakeMillis() {
            return NEVER;
        }

        @Override
        public void read(DataInput in) throws IOException {
            versions.read(in);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            versions.write(out);
        }
    }
}
