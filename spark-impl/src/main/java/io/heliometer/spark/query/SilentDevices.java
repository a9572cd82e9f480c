package io.heliometer.spark.query;

import static org.apache.spark.sql.functions.col;

import io.heliometer.common.engine.Job;
import io.heliometer.spark.EngineSettings;
import io.heliometer.spark.EventTime;
import io.heliometer.spark.ReadingSource;
import io.heliometer.spark.Wire;
import io.heliometer.spark.internal.OpenJob;
import io.heliometer.spark.internal.Rows;
import io.heliometer.spark.internal.Silences;
import io.heliometer.spark.internal.SiteProcessor;
import io.heliometer.spark.internal.SiteRecord;
import io.heliometer.spark.internal.SiteState;
import io.heliometer.spark.internal.Sites;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * Q6, which device stopped talking? An absence is a timer that nobody moved. The usual key is the
 * device, with a timer each, which every reading would delete and set again: four entries in the
 * state store per reading. Here a site has one timer, for the first of its devices that may be
 * silent; most of the time it is moved once per batch.
 *
 * <p>Timers fire in the batch after the one that moved the watermark. Devices that never talk have
 * no record to start with: the operator's initial state names every registered site.
 */
public final class SilentDevices {
    /** The streaming query's name, in the UI and of the checkpoint. */
    public static final String NAME = "silent-devices";

    private SilentDevices() {}

    /** Returns one row (topic, value) per silence and local day, and per end of a silence. */
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
                new SiteProcessor(jobFile, Site::new, allowedMillis),
                records.sparkSession(),
                job);
    }

    private static final class Site implements SiteState {
        // tag::state[]
        private final Silences silences;

        Site(int site, OpenJob open) {
            silences = new Silences(site, open);
        }

        @Override
        public void take(List<SiteRecord> batch, Rows rows) {
            for (SiteRecord next : batch) {
                if (next.getKind() == SiteRecord.READING) {
                    silences.talked(next.getDevice(), next.getTimeMillis());
                }
            }
        }
        // end::state[]

        @Override
        public long nextWakeMillis() {
            return silences.nextWakeMillis();
        }

        // tag::emit[]
        @Override
        public void settle(long watermarkMillis, Rows rows) {
            silences.settle(watermarkMillis, rows::result);
        }
        // end::emit[]

        @Override
        public void read(DataInput in) throws IOException {
            silences.read(in);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            silences.write(out);
        }
    }
}
