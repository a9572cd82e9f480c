package io.heliometer.spark.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.window;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.spark.EngineSettings;
import io.heliometer.spark.EventTime;
import io.heliometer.spark.ReadingSource;
import io.heliometer.spark.Wire;
import io.heliometer.spark.internal.OpenJob;
import io.heliometer.spark.internal.OutputRow;
import io.heliometer.spark.internal.StringSample;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * Q3, what did each string yield in five minutes? Built-in aggregates, because Spark compiles them
 * into one loop over a hash map of fixed-width rows, sums up before the shuffle, and stores the
 * sums unserialised: a batch sends one row per string, window and task, not one per record. A typed
 * aggregator would box its totals and encode them at every step; {@code transformWithState} would
 * shuffle every record.
 *
 * <p>Sums are of 64-bit integers. They throw on overflow, because {@code spark.sql.ansi.enabled} is
 * true, Spark's default since 4.0; before, they would wrap.
 */
public final class StringRollup {
    /** The streaming query's name, in the UI and of the checkpoint. */
    public static final String NAME = "string-rollup";

    private static final long WINDOW_MILLIS = io.heliometer.common.query.StringRollup.WINDOW_MILLIS;
    private static final String STRING = "string";
    private static final String WINDOW = "window";

    private StringRollup() {}

    /** Returns one row (topic, value) per string and closed window. */
    public static Dataset<Row> rows(
            ReadingSource source, Job job, String jobFile, EngineSettings settings) {
        // tag::late[]
        // Rejected, late ones included, before they reach clock or state: see Lateness.
        Wire.Columns<StringSample> samples =
                (arrival, open) -> StringSample.of(arrival.reading(), open);
        // end::late[]
        // tag::time[]
        long delayMillis = job.lateness().allowedMillis() + settings.watermarkSkewMillis();
        Dataset<Row> accepted = EventTime.inWindows(
                EventTime.clocks(job, settings).stream()
                        .map(partitions -> Wire.parse(
                                source.payloads(partitions), jobFile, samples, StringSample.class))
                        .toList(),
                delayMillis);
        // end::time[]
        // tag::window[]
        Column window =
                window(col(EventTime.CLOCK), WINDOW_MILLIS + " milliseconds").as(WINDOW);
        // end::window[]
        // tag::key[]
        RelationalGroupedDataset byString = accepted.groupBy(col(STRING), window);
        // end::key[]
        return emit(totals(byString), job.resultsTopic(), jobFile);
    }

    // tag::state[]
    private static Dataset<Row> totals(RelationalGroupedDataset byString) {
        Column energy = present("energyMilliJoules", StringSample.NO_ENERGY);
        Column voltage = present("voltageMilliVolts", PanelReading.ABSENT);
        return byString.agg(
                count(lit(1)).as("count"),
                count(energy).as("energyCount"),
                sum(energy).as("energySum"),
                count(voltage).as("voltageCount"),
                sum(voltage).as("voltageSum"),
                min(voltage).as("voltageMin"),
                max(voltage).as("voltageMax"),
                max(col("temperatureCentiCelsius")).as("temperatureMax"));
    }
    // end::state[]

    /** Returns the column with null, which aggregates skip, in place of the sentinel. */
    private static Column present(String column, Object sentinel) {
        return when(col(column).notEqual(sentinel), col(column));
    }

    // tag::emit[]
    private static Dataset<Row> emit(Dataset<Row> closed, String topic, String jobFile) {
        return closed.withColumn("windowStart", unix_millis(col(WINDOW).getField("start")))
                .drop(WINDOW)
                .map(
                        (MapFunction<Row, OutputRow>) row -> OutputRow.of(
                                topic,
                                totals(row)
                                        .row(
                                                row.getAs(STRING),
                                                row.getAs("windowStart"),
                                                expected(row.getAs(STRING), jobFile))),
                        Encoders.bean(OutputRow.class))
                .toDF();
    }
    // end::emit[]

    private static Totals totals(Row row) {
        long count = row.getAs("count");
        long energyCount = row.getAs("energyCount");
        long voltageCount = row.getAs("voltageCount");
        boolean voltage = voltageCount > 0;
        return new Totals(
                count,
                count - energyCount,
                energyCount > 0 ? row.<Long>getAs("energySum") : 0,
                voltageCount,
                voltage ? row.<Long>getAs("voltageSum") : 0,
                voltage ? row.<Integer>getAs("voltageMin") : Integer.MAX_VALUE,
                voltage ? row.<Integer>getAs("voltageMax") : PanelReading.ABSENT,
                row.<Integer>getAs("temperatureMax"));
    }

    private static long expected(int string, String jobFile) {
        PanelRegistry registry = OpenJob.at(jobFile).registry();
        return io.heliometer.common.query.StringRollup.expectedCount(
                registry.panelCount(string), registry.samplingPeriodMillis());
    }
}
