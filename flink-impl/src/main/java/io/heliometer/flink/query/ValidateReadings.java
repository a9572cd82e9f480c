package io.heliometer.flink.query;

import static io.heliometer.common.query.ValidateReadings.WINDOW_MILLIS;
import static io.heliometer.common.query.ValidateReadings.countRow;
import static io.heliometer.common.query.ValidateReadings.rejectRow;
import static io.heliometer.common.query.ValidateReadings.validRow;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.RejectReason;
import io.heliometer.flink.internal.Count;
import io.heliometer.flink.internal.CountedReject;
import io.heliometer.flink.internal.EngineDropped;
import io.heliometer.flink.internal.OpenJob;
import io.heliometer.flink.internal.OutputRow;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Q0: a stateless process function judges each record; rejects of known sites also leave it on a
 * side output and are counted per 5 min of received time. The two streams of rows are joined again
 * before the sink, because a second exactly-once sink would double the transactions.
 */
public final class ValidateReadings {
    private static final OutputTag<CountedReject> COUNTED =
            new OutputTag<>("counted-rejects", TypeInformation.of(CountedReject.class));
    private static final OutputTag<CountedReject> LATE =
            new OutputTag<>("late", TypeInformation.of(CountedReject.class));

    private ValidateReadings() {}

    /** Returns the rows of both topics. The timestamps must be received times. */
    public static DataStream<OutputRow> apply(DataStream<Arrival> arrivals, String jobFile) {
        SingleOutputStreamOperator<OutputRow> judged = arrivals.process(new Judge(jobFile))
                .setParallelism(arrivals.getParallelism())
                .name("validate-readings")
                .uid("validate-readings");
        SingleOutputStreamOperator<OutputRow> counts = judged.getSideOutput(COUNTED)
                // tag::key[]
                .keyBy(reject -> reject, TypeInformation.of(CountedReject.class))
                // end::key[]
                // tag::window[]
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(WINDOW_MILLIS)))
                .sideOutputLateData(LATE)
                // end::window[]
                // tag::state[]
                .aggregate(new Count<>(), new CountRow())
                // end::state[]
                .name("count-rejects")
                .uid("count-rejects");
        countLate(counts);
        return judged.union(counts);
    }

    /** Judges each record by the rules of Q0. */
    private static final class Judge extends ProcessFunction<Arrival, OutputRow> {
        private static final long serialVersionUID = 1L;
        private final String jobFile;
        private transient io.heliometer.common.query.ValidateReadings rules;

        @SuppressWarnings("NullAway.Init") // Flink calls open before the first record.
        Judge(String jobFile) {
            this.jobFile = jobFile;
        }

        @Override
        public void open(OpenContext context) {
            rules = OpenJob.at(jobFile).rules();
        }

        @Override
        public void processElement(
                Arrival arrival,
                ProcessFunction<Arrival, OutputRow>.Context context,
                Collector<OutputRow> out) {
            if (arrival.isFlush() || arrival.isRegistration()) {
                return;
            }
            RejectReason reason = rules.check(arrival.reading());
            if (reason == null) {
                out.collect(OutputRow.result(validRow(Objects.requireNonNull(arrival.reading()))));
                return;
            }
            out.collect(OutputRow.reject(rejectRow(arrival, reason)));
            Integer site = rules.countedSite(arrival.reading());
            if (site != null) {
                context.output(COUNTED, new CountedReject(site, reason.code()));
            }
        }
    }

    // tag::late[]
    /** Nothing should come here; whatever does makes the trial invalid. */
    private static void countLate(SingleOutputStreamOperator<OutputRow> counts) {
        counts.getSideOutput(LATE)
                .filter(new EngineDropped<>())
                .name("engine-dropped")
                .uid("engine-dropped-rejects");
    }

    // end::late[]

    // tag::emit[]
    /** Writes a count when the watermark has passed its window. */
    private static final class CountRow
            extends ProcessWindowFunction<Long, OutputRow, CountedReject, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(
                CountedReject key,
                ProcessWindowFunction<Long, OutputRow, CountedReject, TimeWindow>.Context context,
                Iterable<Long> count,
                Collector<OutputRow> out) {
            long start = context.window().getStart();
            out.collect(OutputRow.result(countRow(
                    key.site(), key.reasonCode(), start, count.iterator().next())));
        }
    }
    // end::emit[]
}
