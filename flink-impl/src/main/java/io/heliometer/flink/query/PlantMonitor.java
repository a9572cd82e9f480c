package io.heliometer.flink.query;

import static io.heliometer.common.query.ValidateReadings.WINDOW_MILLIS;
import static io.heliometer.common.query.ValidateReadings.countRow;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.query.PlantMonitor.Part;
import io.heliometer.common.time.Windows;
import io.heliometer.flink.internal.ByString;
import io.heliometer.flink.internal.CountedReject;
import io.heliometer.flink.internal.EngineDropped;
import io.heliometer.flink.internal.OutputRow;
import io.heliometer.flink.internal.StringRecord;
import io.heliometer.flink.internal.TimedReject;
import io.heliometer.flink.internal.TrustedReadings;
import io.heliometer.flink.internal.TrustedReadings.Extra;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * M: all queries in one job, and each reading crosses the network once. Rules and source are one
 * task; behind the shuffle by string, deduplication, enrichment and the three queries are another,
 * in which a record is handed on by a call. Only what is rare is shuffled again: rejects and
 * retransmissions, which are counted per site.
 */
public final class PlantMonitor {
    private PlantMonitor() {}

    /** Returns the rows of both topics. The timestamps must be event times of accepted records. */
    public static DataStream<OutputRow> apply(DataStream<Arrival> arrivals, String jobFile) {
        SingleOutputStreamOperator<StringRecord> trusted = TrustedReadings.of(
                arrivals, jobFile, Extra.ANNOUNCEMENTS, Extra.CALLS, Extra.REJECTS);
        // tag::key[]
        SingleOutputStreamOperator<StringRecord> firsts =
                DeduplicateReadings.firstCopies(ByString.shuffle(trusted), jobFile);
        SingleOutputStreamOperator<StringRecord> enriched =
                EnrichReadings.enriched(ByString.still(firsts), jobFile);
        KeyedStream<StringRecord, Integer> byString = ByString.still(enriched);
        // A call to a string has no timestamp, which Flink's window insists on.
        KeyedStream<StringRecord, Integer> readings =
                ByString.still(enriched.filter(StringRecord::isReading)
                        .name("readings-only")
                        .uid("readings-only"));
        // end::key[]
        return trusted.getSideOutput(TrustedReadings.REJECT_ROWS)
                .union(
                        EnrichReadings.unregistered(enriched),
                        part(Part.VALIDATE_READINGS, rejectCounts(trusted)),
                        part(
                                Part.DEDUPLICATE_READINGS,
                                DeduplicateReadings.retransmissionCounts(firsts)),
                        part(Part.STRING_ROLLUP, StringRollup.rolledUp(readings, jobFile)),
                        part(Part.PEER_COMPARISON, PeerComparison.compared(byString, jobFile)),
                        part(Part.SILENT_DEVICES, SilentDevices.silences(byString, jobFile)));
    }

    /** Puts the number of the query before its rows. */
    private static DataStream<OutputRow> part(Part part, DataStream<OutputRow> rows) {
        String name = "part-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return rows.map(row -> OutputRow.result(part.row(row.row())), ByString.rowType())
                .name(name)
                .uid(name);
    }

    private static DataStream<OutputRow> rejectCounts(
            SingleOutputStreamOperator<StringRecord> trusted) {
        return trusted.getSideOutput(TrustedReadings.COUNTED)
                .keyBy(TimedReject::key, TypeInformation.of(CountedReject.class))
                .process(new RejectCounts())
                .name("count-rejects")
                .uid("count-rejects");
    }

    /**
     * Q0's counts on another clock than their own. Flink's window takes the timestamp that a record
     * has, and a rejected record has none here. So the window of its received time is kept by hand,
     * and closed by the watermark of event time, which is always behind.
     */
    private static final class RejectCounts
            extends KeyedProcessFunction<CountedReject, TimedReject, OutputRow> {
        private static final long serialVersionUID = 1L;
        private transient MapState<Long, Long> countByWindow;

        @SuppressWarnings("NullAway.Init") // Flink calls open before the first record.
        RejectCounts() {}

        @Override
        public void open(OpenContext context) {
            countByWindow = getRuntimeContext()
                    .getMapState(new MapStateDescriptor<>("counts", Types.LONG, Types.LONG));
        }

        // tag::window[]
        @Override
        public void processElement(TimedReject reject, Context context, Collector<OutputRow> out)
                throws Exception {
            long start = Windows.startOf(reject.receivedTimeMillis(), WINDOW_MILLIS);
            long watermark = context.timerService().currentWatermark();
            if (Windows.isClosed(start, WINDOW_MILLIS, watermark)) {
                dropLate();
                return;
            }
            increment(start);
            context.timerService().registerEventTimeTimer(start + WINDOW_MILLIS - 1);
        }

        // end::window[]

        // tag::state[]
        private void increment(long windowStartMillis) throws Exception {
            Long count = countByWindow.get(windowStartMillis);
            countByWindow.put(windowStartMillis, count == null ? 1 : count + 1);
        }

        // end::state[]

        // tag::late[]
        /** Nothing should come here; whatever does makes the trial invalid. */
        private static void dropLate() {
            EngineDropped.add();
        }

        // end::late[]

        // tag::emit[]
        @Override
        public void onTimer(long timeMillis, OnTimerContext context, Collector<OutputRow> out)
                throws Exception {
            long start = timeMillis + 1 - WINDOW_MILLIS;
            CountedReject key = context.getCurrentKey();
            Long count = countByWindow.get(start);
            countByWindow.remove(start);
            out.collect(OutputRow.result(countRow(key.site(), key.reasonCode(), start, count)));
        }
        // end::emit[]
    }
}
