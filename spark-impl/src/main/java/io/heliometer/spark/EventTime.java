package io.heliometer.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.when;

import io.heliometer.common.engine.Job;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Time in Spark, which is where this engine is most easily got wrong. Five things to know.
 *
 * <ol>
 *   <li><b>A watermark is the maximum over everything that its operator saw</b>, all partitions of
 *       all earlier batches, less a fixed delay. The specification wants the minimum over
 *       partitions: one partition that is read ahead of the others closes their windows. Spark
 *       offers that minimum only between watermark operators
 *       ({@code spark.sql.streaming.multipleWatermarkPolicy=min}, its default). Hence two settings
 *       of {@code clock}:
 *       <ul>
 *         <li>{@code topic}: one source, one operator, the way every tutorial shows. The delay must
 *             then be L plus the largest skew between partitions, {@code watermark.skew.ms}. What
 *             keeps the skew small is that a batch takes the same share of each partition's backlog
 *             ({@code maxOffsetsPerTrigger} is divided in proportion to the backlogs), so
 *             partitions that span the same time advance together, and the end-of-stream markers
 *             are read in the last batch. It holds only as long as they do: a topic whose
 *             partitions have gaps at different times can lose records.
 *         <li>{@code partition}: one source and one operator per partition, united behind the
 *             watermark. The minimum is exact, the delay is L, and nothing can be late. The price
 *             is a plan that grows with the partitions, and an offset request for each. And a
 *             limit: the checkpoint keeps the united watermark only. After a restart of the driver
 *             a partition that gets no new record holds the watermark where it was.
 *       </ul>
 *   <li><b>It moves only between batches</b>, and a window is written in the batch after the one
 *       that moved it. After the last record a batch without data writes the last windows
 *       ({@code spark.sql.streaming.noDataMicroBatches.enabled}).
 *   <li><b>What comes too late is dropped in the state operator without a trace</b> but a counter,
 *       {@code numRowsDroppedByWatermark}, which counts rows after partial aggregation, not
 *       records. Any value but 0 means lost records.
 *   <li><b>A record that must move time but must not count has to pass the watermark operator and
 *       be dropped behind it.</b> The optimizer pushes a filter below a watermark unless the
 *       predicate names the time column; the markers would be dropped before they were seen, and
 *       the last windows never written. Hence the odd predicate in {@link #inWindows}.
 *   <li><b>Columns of type timestamp are microseconds</b>, and {@code end <= watermark} closes a
 *       window: a watermark of {@code max - L} is what the specification writes as {@code max - L -
 *       1}.
 * </ol>
 */
public final class EventTime {
    /** Stands for "no time" in a column of times, ms: such a record moves no clock. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** The column that bears the watermark, a timestamp; windows are built on it. */
    public static final String CLOCK = "clock";

    private static final String CLOCK_MILLIS = "clockMillis";
    private static final String COUNTED_MILLIS = "countedMillis";

    private EventTime() {}

    /** Returns which partitions share a clock. */
    public static List<List<Integer>> clocks(Job job, EngineSettings settings) {
        List<Integer> all = ReadingSource.partitions(job);
        return settings.clockPerPartition() ? all.stream().map(List::of).toList() : List.of(all);
    }

    /**
     * Puts a watermark on every clock, unites them and lets those records through that count in a
     * window.
     *
     * @param clocks records with the columns {@code clockMillis} and {@code countedMillis}, each of
     *     which is equal to the other or {@link #NO_TIME}; one data set per clock
     * @param delayMillis how far the watermark stands behind the greatest time of a clock, ms
     */
    public static Dataset<Row> inWindows(List<? extends Dataset<?>> clocks, long delayMillis) {
        return clocks.stream()
                .map(clock -> clock.filter(col(CLOCK_MILLIS).notEqual(NO_TIME))
                        .withColumn(CLOCK, timestamp_millis(col(CLOCK_MILLIS)))
                        .withWatermark(CLOCK, delayMillis + " milliseconds"))
                .reduce(Dataset::unionAll)
                .orElseThrow()
                // Names the clock, so that it stays behind the watermark: see above.
                .filter(unix_millis(col(CLOCK)).equalTo(col(COUNTED_MILLIS)));
    }

    /**
     * Puts a watermark on every clock and unites them for an operator that keeps state of its own.
     * Records that move no clock come along; their clock is null, which Spark takes for "never
     * late".
     *
     * <p>Here Spark judges records and not windows, and drops those <em>at</em> the watermark too.
     * So it stands one millisecond further back than for windows, where the specification has it.
     * And it starts at 0, so a record of time 0 would be late at once: the clock is the millisecond
     * after the record. Both together: Spark's watermark is the specification's plus one.
     *
     * @param clocks records with the column {@code clockMillis}; one data set per clock
     * @param delayMillis L and the skew between partitions, ms
     */
    public static Dataset<Row> forOperator(List<? extends Dataset<?>> clocks, long delayMillis) {
        Column clock = when(
                col(CLOCK_MILLIS).notEqual(NO_TIME),
                timestamp_millis(col(CLOCK_MILLIS).plus(1)));
        return clocks.stream()
                .map(records -> records.withColumn(CLOCK, clock)
                        .drop(CLOCK_MILLIS)
                        .withWatermark(CLOCK, (delayMillis + 1) + " milliseconds"))
                .reduce(Dataset::unionAll)
                .orElseThrow();
    }
}
