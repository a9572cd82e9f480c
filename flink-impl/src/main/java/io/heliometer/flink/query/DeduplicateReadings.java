package io.heliometer.flink.query;

import static io.heliometer.common.query.DeduplicateReadings.WINDOW_MILLIS;
import static io.heliometer.common.query.DeduplicateReadings.countRow;
import static io.heliometer.common.query.DeduplicateReadings.isExpired;
import static io.heliometer.common.query.DeduplicateReadings.survivorRow;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.time.Lateness;
import io.heliometer.flink.internal.ByString;
import io.heliometer.flink.internal.Count;
import io.heliometer.flink.internal.EngineDropped;
import io.heliometer.flink.internal.OpenJob;
import io.heliometer.flink.internal.OutputRow;
import io.heliometer.flink.internal.StringRecord;
import io.heliometer.flink.internal.TrustedReadings;
import java.time.Duration;
import java.util.Arrays;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Q1: keyed state remembers the sequences of each device for as long as a copy may come; the
 * retransmissions leave on a side output and are counted per site and hour.
 *
 * <p>The tempting way, a state TTL, counts in processing time: a replay at a hundred times the
 * speed would remember a hundred times as much, and a slow recovery would forget a sequence whose
 * copy still waits in the topic. Here a sequence expires by event time, when the next reading of
 * its device comes by: no timer per reading, and what a silent device leaves behind is a few
 * numbers.
 */
public final class DeduplicateReadings {
    private static final OutputTag<Integer> RETRANSMITTED =
            new OutputTag<>("retransmissions", Types.INT);
    private static final OutputTag<Integer> LATE = new OutputTag<>("late", Types.INT);

    private DeduplicateReadings() {}

    /** Returns the rows of the results topic. The timestamps must be event times. */
    public static DataStream<OutputRow> apply(DataStream<Arrival> arrivals, String jobFile) {
        SingleOutputStreamOperator<StringRecord> firsts =
                firstCopies(ByString.shuffle(TrustedReadings.of(arrivals, jobFile)), jobFile);
        return firsts.map(
                        first -> OutputRow.result(survivorRow(first.trusted())), ByString.rowType())
                .name("survivor-rows")
                .uid("survivor-rows")
                .union(retransmissionCounts(firsts));
    }

    /** Returns the first copy of each reading, and whatever is no reading as it is. */
    static SingleOutputStreamOperator<StringRecord> firstCopies(
            KeyedStream<StringRecord, Integer> records, String jobFile) {
        return records.process(new FirstCopy(jobFile))
                .name("deduplicate-readings")
                .uid("deduplicate-readings");
    }

    /** Returns the counts of what {@link #firstCopies} held back. */
    static DataStream<OutputRow> retransmissionCounts(
            SingleOutputStreamOperator<StringRecord> firsts) {
        SingleOutputStreamOperator<OutputRow> counts = firsts.getSideOutput(RETRANSMITTED)
                // tag::key[]
                .keyBy(site -> site, Types.INT)
                // end::key[]
                // tag::window[]
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(WINDOW_MILLIS)))
                .sideOutputLateData(LATE)
                // end::window[]
                .aggregate(new Count<>(), new CountRow())
                .name("count-retransmissions")
                .uid("count-retransmissions");
        countLate(counts);
        return counts;
    }

    // tag::state[]
    /** Per device of the string: sequence and event time of its latest readings, in turns. */
    private static final class FirstCopy
            extends KeyedProcessFunction<Integer, StringRecord, StringRecord> {
        private static final long serialVersionUID = 1L;
        private final String jobFile;
        private transient OpenJob job;
        private transient Lateness lateness;
        private transient MapState<Integer, long[]> seenByDevice;

        @SuppressWarnings("NullAway.Init") // Flink calls open before the first record.
        FirstCopy(String jobFile) {
            this.jobFile = jobFile;
        }

        @Override
        public void open(OpenContext context) {
            job = OpenJob.at(jobFile);
            lateness = job.job().lateness();
            seenByDevice = getRuntimeContext()
                    .getMapState(new MapStateDescriptor<>(
                            "seen",
                            Types.INT,
                            PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
        }

        @Override
        public void processElement(
                StringRecord record,
                KeyedProcessFunction<Integer, StringRecord, StringRecord>.Context context,
                Collector<StringRecord> out)
                throws Exception {
            if (!record.isReading()) {
                out.collect(record);
                return;
            }
            PanelReading reading = record.trusted();
            long[] seen = seenByDevice.get(reading.device());
            if (seen != null && holds(seen, reading.sequence())) {
                context.output(RETRANSMITTED, job.panel(reading.device()).site());
                return;
            }
            long watermark =
                    Math.max(context.timerService().currentWatermark(), watermarkOfDevice(reading));
            seenByDevice.put(reading.device(), next(seen, reading, watermark));
            out.collect(record);
        }

        /**
         * The operator's watermark is the minimum over all partitions, so a partition that leads
         * would remember as much as it leads by. But the records of a device come in the order of
         * its own partition, and no accepted one behind this reading is at or before this time: the
         * rules of Q0 have rejected what comes so late.
         */
        private long watermarkOfDevice(PanelReading reading) {
            return lateness.watermarkMillis(reading.eventTimeMillis());
        }

        private static boolean holds(long[] seen, long sequence) {
            for (int i = 0; i < seen.length; i += 2) {
                if (seen[i] == sequence) {
                    return true;
                }
            }
            return false;
        }

        /** Returns what is not expired yet, and the reading. */
        private static long[] next(long @Nullable [] seen, PanelReading reading, long watermark) {
            int known = seen == null ? 0 : seen.length;
            long[] next = new long[known + 2];
            int size = 0;
            for (int i = 0; seen != null && i < known; i += 2) {
                if (!isExpired(seen[i + 1], watermark)) {
                    next[size++] = seen[i];
                    next[size++] = seen[i + 1];
                }
            }
            next[size++] = reading.sequence();
            next[size++] = reading.eventTimeMillis();
            return size == next.length ? next : Arrays.copyOf(next, size);
        }
    }

    // end::state[]

    // tag::late[]
    /** Nothing should come here; whatever does makes the trial invalid. */
    private static void countLate(SingleOutputStreamOperator<OutputRow> counts) {
        counts.getSideOutput(LATE)
                .filter(new EngineDropped<>())
                .name("engine-dropped")
                .uid("engine-dropped-retransmissions");
    }

    // end::late[]

    // tag::emit[]
    /** Writes a site's count when the watermark has passed the hour. */
    private static final class CountRow
            extends ProcessWindowFunction<Long, OutputRow, Integer, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(
                Integer site,
                ProcessWindowFunction<Long, OutputRow, Integer, TimeWindow>.Context context,
                Iterable<Long> count,
                Collector<OutputRow> out) {
            long start = context.window().getStart();
            out.collect(OutputRow.result(countRow(site, start, count.iterator().next())));
        }
    }
    // end::emit[]
}
