package io.heliometer.flink.query;

import static io.heliometer.common.query.PeerComparison.WINDOW_MILLIS;
import static io.heliometer.common.query.PeerComparison.rows;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.PeerComparison.PanelTotals;
import io.heliometer.common.time.Windows;
import io.heliometer.flink.internal.ByString;
import io.heliometer.flink.internal.EngineDropped;
import io.heliometer.flink.internal.OpenJob;
import io.heliometer.flink.internal.OutputRow;
import io.heliometer.flink.internal.PanelTotalsSerializer;
import io.heliometer.flink.internal.PanelWindow;
import io.heliometer.flink.internal.PanelWindowSerializer;
import io.heliometer.flink.internal.StringRecord;
import io.heliometer.flink.internal.TrustedReadings;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Q5: both levels under one key. A map from panel to totals is kept per string, and when the
 * watermark passes the window's end the median is taken over it.
 *
 * <p>The textbook has two windows: by device, then by string. That is a second shuffle, and a timer
 * per device where one per string does. A window by string with a map as its accumulator has
 * neither, but RocksDB would read and write the whole map for each reading; with map state it
 * touches one panel. So the window is kept by hand, with the timer that Flink's own would set.
 */
public final class PeerComparison {
    private PeerComparison() {}

    /** Returns the rows of the results topic. */
    public static DataStream<OutputRow> apply(DataStream<Arrival> arrivals, String jobFile) {
        // tag::key[]
        return compared(ByString.shuffle(TrustedReadings.of(arrivals, jobFile)), jobFile);
        // end::key[]
    }

    /** Returns the rows for readings of strings, with their versions or without. */
    static DataStream<OutputRow> compared(
            KeyedStream<StringRecord, Integer> records, String jobFile) {
        return records.process(new Compare(jobFile)).name("peer-comparison").uid("peer-comparison");
    }

    /** Folds each reading into its panel's totals; compares the panels at the window's end. */
    private static final class Compare
            extends KeyedProcessFunction<Integer, StringRecord, OutputRow> {
        private static final long serialVersionUID = 1L;
        private final String jobFile;
        private transient OpenJob job;
        private transient long samplingPeriodSeconds;
        private transient MapState<PanelWindow, PanelTotals> totals;

        @SuppressWarnings("NullAway.Init") // Flink calls open before the first record.
        Compare(String jobFile) {
            this.jobFile = jobFile;
        }

        @Override
        public void open(OpenContext context) {
            job = OpenJob.at(jobFile);
            samplingPeriodSeconds = job.registry().samplingPeriodSeconds();
            totals = getRuntimeContext()
                    .getMapState(new MapStateDescriptor<>(
                            "totals", PanelWindowSerializer.TYPE, PanelTotalsSerializer.TYPE));
        }

        // tag::window[]
        @Override
        public void processElement(StringRecord record, Context context, Collector<OutputRow> out)
                throws Exception {
            if (!record.isReading()) {
                return;
            }
            PanelReading reading = record.trusted();
            long start = Windows.startOf(reading.eventTimeMillis(), WINDOW_MILLIS);
            long watermark = context.timerService().currentWatermark();
            if (Windows.isClosed(start, WINDOW_MILLIS, watermark)) {
                dropLate();
            } else if (hasPower(reading)
                    && fold(new PanelWindow(start, reading.device()), record)) {
                context.timerService().registerEventTimeTimer(start + WINDOW_MILLIS - 1);
            }
        }

        // end::window[]

        /** A reading without power changes no totals, so no state is touched for it. */
        private static boolean hasPower(PanelReading reading) {
            return reading.hasVoltage() && reading.hasCurrent();
        }

        // tag::state[]
        /** Returns whether the reading was the first of its panel in the window. */
        private boolean fold(PanelWindow panelWindow, StringRecord record) throws Exception {
            PanelReading reading = record.trusted();
            Panel version = record.panel();
            Panel rated = version == null ? job.panel(reading.device()) : version;
            PanelTotals before = totals.get(panelWindow);
            PanelTotals after = (before == null ? PanelTotals.EMPTY : before)
                    .plus(reading, rated.pdc0MilliWatts(), samplingPeriodSeconds);
            totals.put(panelWindow, after);
            return before == null;
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
            Map<Integer, PanelTotals> totalsByDevice = new HashMap<>();
            Iterator<Map.Entry<PanelWindow, PanelTotals>> entries = totals.iterator();
            while (entries.hasNext()) {
                Map.Entry<PanelWindow, PanelTotals> entry = entries.next();
                if (entry.getKey().windowStartMillis() == start) {
                    totalsByDevice.put(entry.getKey().device(), entry.getValue());
                    entries.remove();
                }
            }
            rows(context.getCurrentKey(), start, totalsByDevice)
                    .forEach(row -> out.collect(OutputRow.result(row)));
        }
        // end::emit[]
    }
}
