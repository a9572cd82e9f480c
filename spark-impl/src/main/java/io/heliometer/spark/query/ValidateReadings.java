package io.heliometer.spark.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.window;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.RejectReason;
import io.heliometer.spark.EngineSettings;
import io.heliometer.spark.EventTime;
import io.heliometer.spark.ReadingSource;
import io.heliometer.spark.Wire;
import io.heliometer.spark.internal.OpenJob;
import io.heliometer.spark.internal.OutputRow;
import io.heliometer.spark.internal.SiteReject;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * Q0, which records can be trusted? Spark has no side outputs: a plan has one sink. Rows for both
 * topics therefore leave through one sink that reads the topic from a column, and the counts are a
 * second streaming query over the same input.
 */
public final class ValidateReadings {
    /** The streaming query that writes valid and rejected records. */
    public static final String NAME = "validate-readings";

    /** The streaming query that counts rejects. */
    public static final String COUNTS = "reject-counts";

    private static final long WINDOW_MILLIS =
            io.heliometer.common.query.ValidateReadings.WINDOW_MILLIS;
    private static final String SITE = "site";
    private static final String REASON = "reason";
    private static final String WINDOW = "window";

    private ValidateReadings() {}

    /** Returns one row (topic, value) per record. */
    public static Dataset<Row> rows(ReadingSource source, Job job, String jobFile) {
        return Wire.parse(
                        source.payloads(ReadingSource.partitions(job)),
                        jobFile,
                        ValidateReadings::row,
                        OutputRow.class)
                .filter(col("value").isNotNull())
                .toDF();
    }

    private static OutputRow row(Arrival arrival, OpenJob open) {
        PanelReading reading = arrival.reading();
        if (arrival.isFlush() || arrival.isRegistration()) {
            return OutputRow.NONE;
        }
        // tag::late[]
        RejectReason reason = open.rules().check(reading);
        // end::late[]
        if (reason != null) {
            return OutputRow.of(
                    open.rejectsTopic(),
                    io.heliometer.common.query.ValidateReadings.rejectRow(arrival, reason));
        }
        return reading == null
                ? OutputRow.NONE
                : OutputRow.of(
                        open.resultsTopic(),
                        io.heliometer.common.query.ValidateReadings.validRow(reading));
    }

    /** Returns one row (topic, value) per site, reason and closed window of received time. */
    public static Dataset<Row> counts(
            ReadingSource source, Job job, String jobFile, EngineSettings settings) {
        Wire.Columns<SiteReject> parsed = (arrival, open) -> SiteReject.of(arrival.reading(), open);
        // tag::time[]
        // A partition is written in order of received time: no delay but that between partitions.
        Dataset<Row> rejects = EventTime.inWindows(
                EventTime.clocks(job, settings).stream()
                        .map(partitions -> Wire.parse(
                                source.payloads(partitions), jobFile, parsed, SiteReject.class))
                        .toList(),
                settings.watermarkSkewMillis());
        // end::time[]
        // tag::window[]
        Column window =
                window(col(EventTime.CLOCK), WINDOW_MILLIS + " milliseconds").as(WINDOW);
        // end::window[]
        // tag::key[]
        RelationalGroupedDataset bySite = rejects.groupBy(col(SITE), col(REASON), window);
        // end::key[]
        // tag::state[]
        Dataset<Row> counts = bySite.count();
        // end::state[]
        return emit(counts, job.resultsTopic());
    }

    // tag::emit[]
    private static Dataset<Row> emit(Dataset<Row> closed, String topic) {
        return closed.withColumn("windowStart", unix_millis(col(WINDOW).getField("start")))
                .drop(WINDOW)
                .map(
                        (MapFunction<Row, OutputRow>) row -> OutputRow.of(
                                topic,
                                io.heliometer.common.query.ValidateReadings.countRow(
                                        row.getAs(SITE),
                                        row.getAs(REASON),
                                        row.getAs("windowStart"),
                                        row.getAs("count"))),
                        Encoders.bean(OutputRow.class))
                .toDF();
    }
    // end::emit[]
}
