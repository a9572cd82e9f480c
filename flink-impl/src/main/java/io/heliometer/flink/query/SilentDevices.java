package io.heliometer.flink.query;

import static io.heliometer.common.query.SilentDevices.NEVER;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.SilentDevices.Device;
import io.heliometer.common.query.SilentDevices.State;
import io.heliometer.flink.internal.ByString;
import io.heliometer.flink.internal.DeviceWatch;
import io.heliometer.flink.internal.DeviceWatchSerializer;
import io.heliometer.flink.internal.EngineDropped;
import io.heliometer.flink.internal.OpenJob;
import io.heliometer.flink.internal.OutputRow;
import io.heliometer.flink.internal.StringRecord;
import io.heliometer.flink.internal.TrustedReadings;
import io.heliometer.flink.internal.TrustedReadings.Extra;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Q6: event-time timers. A reading only notes its event time; the timer wakes the string when one
 * of its devices may have fallen silent, and settles those that may.
 *
 * <p>The tempting way, a timer per device that each reading deletes and sets anew, changes the
 * timer queue twice per reading. Here a deadline is left standing and looked at when it comes: one
 * timer per device and three samples; and as the devices of a string are polled together, one timer
 * of their string serves them all. A device that never talks is watched because its string is
 * called ({@link TrustedReadings}).
 */
public final class SilentDevices {
    private SilentDevices() {}

    /** Returns the rows of the results topic. */
    public static DataStream<OutputRow> apply(DataStream<Arrival> arrivals, String jobFile) {
        // tag::key[]
        return silences(
                ByString.shuffle(TrustedReadings.of(arrivals, jobFile, Extra.CALLS)), jobFile);
        // end::key[]
    }

    /** Returns the rows for readings of strings, and for strings that were called. */
    static DataStream<OutputRow> silences(
            KeyedStream<StringRecord, Integer> records, String jobFile) {
        return records.process(new Watch(jobFile)).name("silent-devices").uid("silent-devices");
    }

    /** Watches over the devices of a string. */
    private static final class Watch
            extends KeyedProcessFunction<Integer, StringRecord, OutputRow> {
        private static final long serialVersionUID = 1L;

        /** More event times than a deadline needs are settled early, as at night none comes. */
        private static final int MANY_PENDING = 8;

        private final String jobFile;
        private transient io.heliometer.common.query.SilentDevices rule;
        private transient OpenJob job;
        private transient ValueState<Long> wakeMillis;
        private transient MapState<Integer, DeviceWatch> watchByDevice;

        @SuppressWarnings("NullAway.Init") // Flink calls open before the first record.
        Watch(String jobFile) {
            this.jobFile = jobFile;
        }

        @Override
        public void open(OpenContext context) {
            job = OpenJob.at(jobFile);
            rule = job.silence();
            wakeMillis =
                    getRuntimeContext().getState(new ValueStateDescriptor<>("wake", Types.LONG));
            watchByDevice = getRuntimeContext()
                    .getMapState(new MapStateDescriptor<>(
                            "watch", Types.INT, DeviceWatchSerializer.TYPE));
        }

        @Override
        public void processElement(StringRecord record, Context context, Collector<OutputRow> out)
                throws Exception {
            Long standingMillis = wakeMillis.value();
            long wake = standingMillis == null ? startAll(context) : standingMillis;
            if (!record.isReading()) {
                return;
            }
            PanelReading reading = record.trusted();
            long watermark = context.timerService().currentWatermark();
            if (reading.eventTimeMillis() <= watermark) {
                dropLate();
                return;
            }
            Panel panel = job.panel(reading.device());
            DeviceWatch watch = noted(panel, reading.eventTimeMillis());
            if (watch.pendingMillis().length > MANY_PENDING
                    && watch.pendingMillis()[0] <= watermark) {
                watch = settle(panel, watch, watermark, out);
            }
            watchByDevice.put(panel.device(), watch);
            if (watch.wakeMillis() < wake) {
                wakeAt(watch.wakeMillis(), context.timerService());
            }
        }

        /** Watches over every device of the string; returns when the first may be silent. */
        private long startAll(Context context) throws Exception {
            long first = NEVER;
            for (Panel panel : panels(context.getCurrentKey())) {
                DeviceWatch watch = DeviceWatch.start(rule, panel.site());
                watchByDevice.put(panel.device(), watch);
                first = Math.min(first, watch.wakeMillis());
            }
            wakeAt(first, context.timerService());
            return first;
        }

        private List<Panel> panels(int string) {
            return job.panelsByString().getOrDefault(string, List.of());
        }

        // tag::time[]
        /** Sets the timer of the string; a later one that stands wakes it for nothing. */
        private void wakeAt(long timeMillis, TimerService timers) throws Exception {
            wakeMillis.update(timeMillis);
            if (timeMillis != NEVER) {
                timers.registerEventTimeTimer(timeMillis);
            }
        }

        // end::time[]

        // tag::state[]
        /** A silent device wakes with its next reading; one that talks sleeps to its deadline. */
        private DeviceWatch noted(Panel panel, long timeMillis) throws Exception {
            DeviceWatch watch = watchByDevice.get(panel.device());
            long[] pending = watch.pendingWith(timeMillis);
            return watch.state().isSilent()
                    ? DeviceWatch.after(rule, panel.site(), watch.state(), pending)
                    : new DeviceWatch(watch.state(), watch.wakeMillis(), pending);
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
            long watermark = context.timerService().currentWatermark();
            long next = NEVER;
            for (Map.Entry<Integer, DeviceWatch> entry : watchByDevice.entries()) {
                DeviceWatch watch = entry.getValue();
                if (watch.wakeMillis() <= watermark) {
                    watch = settle(job.panel(entry.getKey()), watch, watermark, out);
                    entry.setValue(watch);
                }
                next = Math.min(next, watch.wakeMillis());
            }
            wakeAt(next, context.timerService());
        }

        /** Everything up to the watermark is final, so it is written and forgotten. */
        private DeviceWatch settle(
                Panel panel, DeviceWatch watch, long watermark, Collector<OutputRow> out) {
            State state = rule.settle(
                    new Device(panel.site(), panel.device()),
                    watch.state(),
                    watch.pendingMillis(),
                    watermark,
                    row -> out.collect(OutputRow.result(row)));
            return DeviceWatch.after(rule, panel.site(), state, watch.pendingAfter(watermark));
        }
        // end::emit[]
    }
}
