package io.heliometer.spark.internal;

import static org.apache.spark.sql.functions.col;

import io.heliometer.common.engine.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.TimeMode;

/** Records by site, and the operator that keeps a state for each. */
public final class Sites {
    private static final String SITE = "site";

    private Sites() {}

    /**
     * Groups records by their site. By a column: {@code groupByKey} would make an object of each
     * record only to ask it for the key.
     */
    public static KeyValueGroupedDataset<Integer, SiteRecord> group(Dataset<?> records) {
        return records.groupBy(col(SITE)).as(Encoders.INT(), Encoders.bean(SiteRecord.class));
    }

    /** Returns the rows of an operator that needs no time. */
    public static Dataset<Row> rows(
            KeyValueGroupedDataset<Integer, SiteRecord> bySite, SiteProcessor processor) {
        return bySite.transformWithState(
                        processor,
                        TimeMode.None(),
                        OutputMode.Append(),
                        Encoders.bean(OutputRow.class))
                .toDF();
    }

    /** Returns the rows of an operator with timers; each registered site has a state at once. */
    public static Dataset<Row> timedRows(
            KeyValueGroupedDataset<Integer, SiteRecord> bySite,
            SiteProcessor processor,
            SparkSession spark,
            Job job) {
        return bySite.transformWithState(
                        processor,
                        TimeMode.EventTime(),
                        OutputMode.Append(),
                        registered(spark, job),
                        Encoders.bean(OutputRow.class),
                        Encoders.INT())
                .toDF();
    }

    private static KeyValueGroupedDataset<Integer, Integer> registered(
            SparkSession spark, Job job) {
        try {
            Dataset<Integer> sites = spark.createDataset(
                    Arrays.stream(job.registry().sites()).boxed().toList(), Encoders.INT());
            return sites.toDF(SITE).groupBy(col(SITE)).as(Encoders.INT(), Encoders.INT());
        } catch (IOException e) {
            throw new UncheckedIOException("registry must be readable", e);
        }
    }
}
