package io.heliometer.flink.query;

import static io.heliometer.common.query.StringRollup.WINDOW_MILLIS;
import static io.heliometer.common.query.StringRollup.expectedCount;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.flink.internal.ByString;
import io.heliometer.flink.internal.EngineDropped;
import io.heliometer.flink.internal.OpenJob;
import io.heliometer.flink.internal.OutputRow;
import io.heliometer.flink.internal.StringRecord;
import io.heliometer.flink.internal.TotalsSerializer;
import io.heliometer.flink.internal.TrustedReadings;
import java.time.Duration;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Q3: key by string, tumble over five minutes of event time, fold each reading into the totals, and
 * write the row when the watermark passes the window's end. The rules of Q0 stand before the
 * window: after a restore Flink's watermark starts anew, so a window that has already been written
 * would take in a late record and be written a second time; a rule on the record itself cannot
 * forget.
 */
public final class StringRollup {
    private static final OutputTag<StringRecord> LATE =
            new OutputTag<>("late", TypeInformation.of(StringRecord.class));

    private StringRollup() {}

    /**
     * Returns the rows of the results topic. The timestamps must be event times of accepted
     * records.
     */
    public static DataStream<OutputRow> apply(DataStream<Arrival> arrivals, String jobFile) {
        // tag::key[]
        return rolledUp(ByString.shuffle(TrustedReadings.of(arrivals, jobFile)), jobFile);
        // end::key[]
    }

    /** Returns the rows for readings of strings. */
    static DataStream<OutputRow> rolledUp(
            KeyedStream<StringRecord, Integer> readings, String jobFile) {
        SingleOutputStreamOperator<OutputRow> rollup =
                // tag::window[]
                readings.window(TumblingEventTimeWindows.of(Duration.ofMillis(WINDOW_MILLIS)))
                        .sideOutputLateData(LATE)
                        // end::window[]
                        .aggregate(
                                new Fold(OpenJob.at(jobFile).registry().samplingPeriodSeconds()),
                                new Row(jobFile),
                                TotalsSerializer.TYPE,
                                TotalsSerializer.TYPE,
                                ByString.rowType())
                        .name("string-rollup")
                        .uid("string-rollup");
        countLate(rollup);
        return rollup;
    }

    // tag::state[]
    /** Keeps only the totals of each string and open window, not its readings. */
    private static final class Fold implements AggregateFunction<StringRecord, Totals, Totals> {
        private static final long serialVersionUID = 1L;
        private final long samplingPeriodSeconds;

        Fold(long samplingPeriodSeconds) {
            this.samplingPeriodSeconds = samplingPeriodSeconds;
        }

        @Override
        public Totals createAccumulator() {
            return Totals.EMPTY;
        }

        @Override
        public Totals add(StringRecord sample, Totals totals) {
            return totals.plus(sample.trusted(), samplingPeriodSeconds);
        }

        @Override
        public Totals getResult(Totals totals) {
            return totals;
        }

        @Override
        public Totals merge(Totals a, Totals b) {
            return a.merge(b);
        }
    }

    // end::state[]

    // tag::late[]
    /** Nothing should come here; whatever does makes the trial invalid. */
    private static void countLate(SingleOutputStreamOperator<OutputRow> rollup) {
        rollup.getSideOutput(LATE)
                .filter(new EngineDropped<>())
                .name("engine-dropped")
                .uid("engine-dropped");
    }

    // end::late[]

    // tag::emit[]
    /** Writes the row of a string and window, once, when the watermark has passed it. */
    private static final class Row
            extends ProcessWindowFunction<Totals, OutputRow, Integer, TimeWindow> {
        private static final long serialVersionUID = 1L;
        private final String jobFile;
        private transient PanelRegistry registry;

        @SuppressWarnings("NullAway.Init") // Flink calls open before the first window.
        Row(String jobFile) {
            this.jobFile = jobFile;
        }

        @Override
        public void open(OpenContext context) {
            registry = OpenJob.at(jobFile).registry();
        }

        @Override
        public void process(
                Integer string,
                Context context,
                Iterable<Totals> totals,
                Collector<OutputRow> out) {
            long expected =
                    expectedCount(registry.panelCount(string), registry.samplingPeriodMillis());
            long start = context.window().getStart();
            out.collect(OutputRow.result(totals.iterator().next().row(string, start, expected)));
        }
    }
    // end::emit[]
}
