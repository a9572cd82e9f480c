package io.heliometer.spark.query;

import static io.heliometer.common.query.PeerComparison.MIN_SAMPLES;
import static io.heliometer.common.query.PeerComparison.WINDOW_MILLIS;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.window;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.PeerComparison.PanelTotals;
import io.heliometer.spark.EngineSettings;
import io.heliometer.spark.EventTime;
import io.heliometer.spark.ReadingSource;
import io.heliometer.spark.Wire;
import io.heliometer.spark.internal.OpenJob;
import io.heliometer.spark.internal.OutputRow;
import io.heliometer.spark.internal.StringSample;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Q5, which panel lags its string? Two levels. The first, energy per panel, is made of built-in
 * aggregates for the reasons given at {@link StringRollup}: behind the shuffle there is one row per
 * panel and window in place of fifteen.
 *
 * <p>The second, the median per string, needs no state. All windows of one end are closed by the
 * same watermark, so a batch that has one panel of a string has all of them: a group of that batch
 * is complete. A second aggregation ({@code collect_list}) would be as right and write each row
 * into a state store only to take it out again.
 */
public final class PeerComparison {
    /** The streaming query's name, in the UI and of the checkpoint. */
    public static final String NAME = "peer-comparison";

    private static final String STRING = "string";
    private static final String DEVICE = "device";
    private static final String WINDOW = "window";
    private static final String START = "windowStart";
    private static final String COUNT = "count";
    private static final String ENERGY = "energy";

    private PeerComparison() {}

    /** Returns one row (topic, value) per lagging panel and closed window. */
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
        RelationalGroupedDataset byPanel = accepted.groupBy(col(STRING), col(DEVICE), window);
        // end::key[]
        return emit(totals(byPanel), job.resultsTopic(), jobFile);
    }

    // tag::state[]
    private static Dataset<Row> totals(RelationalGroupedDataset byPanel) {
        Column energy = when(
                col("energyMilliJoules").notEqual(StringSample.NO_ENERGY),
                col("energyMilliJoules"));
        return byPanel.agg(count(energy).as(COUNT), sum(energy).as(ENERGY))
                .filter(col(COUNT).geq(MIN_SAMPLES));
    }
    // end::state[]

    // tag::emit[]
    private static Dataset<Row> emit(Dataset<Row> closed, String topic, String jobFile) {
        Dataset<Row> panels = closed.withColumn(START, unix_millis(col(WINDOW).getField("start")))
                .drop(WINDOW);
        return panels.groupBy(col(STRING), col(START))
                .as(Encoders.tuple(Encoders.INT(), Encoders.LONG()), panels.encoder())
                .flatMapGroups(
                        (FlatMapGroupsFunction<Tuple2<Integer, Long>, Row, OutputRow>)
                                (key, rows) -> rows(key, rows, jobFile).stream()
                                        .map(row -> OutputRow.of(topic, row))
                                        .iterator(),
                        Encoders.bean(OutputRow.class))
                .toDF();
    }
    // end::emit[]

    private static List<String> rows(
            Tuple2<Integer, Long> key, Iterator<Row> panels, String jobFile) {
        PanelRegistry registry = OpenJob.at(jobFile).registry();
        Map<Integer, PanelTotals> totals = new HashMap<>();
        while (panels.hasNext()) {
            Row panel = panels.next();
            int device = panel.getAs(DEVICE);
            long pdc0 = Objects.requireNonNull(registry.find(device)).pdc0MilliWatts();
            totals.put(
                    device, new PanelTotals(panel.getAs(ENERGY), panel.getAs(COUNT), 0, 0, pdc0));
        }
        return io.heliometer.common.query.PeerComparison.rows(key._1(), key._2(), totals);
    }
}
