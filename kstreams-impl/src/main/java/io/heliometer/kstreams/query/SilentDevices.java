package io.heliometer.kstreams.query;

import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.Panel;
import io.heliometer.common.query.SilentDevices.Device;
import io.heliometer.common.query.SilentDevices.State;
import io.heliometer.kstreams.ResultSink;
import io.heliometer.kstreams.Wire;
import io.heliometer.kstreams.internal.DeviceTimes;
import io.heliometer.kstreams.internal.Place;
import io.heliometer.kstreams.internal.Shared;
import io.heliometer.kstreams.internal.TimedReading;
import io.heliometer.kstreams.internal.WakeQueue;
import io.heliometer.kstreams.internal.WindowStores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Q6, which device stopped talking? Kafka Streams has timers per task, not per key: a punctuator
 * must find by itself who is due, runs between records, and goes by stream time. So the timers are
 * a queue on the heap, one time per device, asked with one comparison per record.
 *
 * <p>The queue is not state. It follows from the store and the registry, and is computed from them
 * when the task starts: also for the devices that never talked, which no store can know. They are
 * those of the registry file whose site is on the task's partition.
 *
 * <p>After a restart the clock is behind, so a device wakes later than it could. Nothing else
 * depends on it: what is settled never lies behind a record to come, as the clock that settled it
 * had been committed past it, and to settle up to an earlier time than before changes nothing. A
 * row and the state that says it was written are committed together.
 *
 * <p>Changelog: one record of 4 + 24 + 8 n bytes per reading, n = event times that are not settled,
 * about L / tau + 1: 52. Waking writes only if it wrote a row; otherwise the stored times tell the
 * same story again.
 */
// Kafka Streams calls init before the first record.
@SuppressWarnings("NullAway.Init")
public final class SilentDevices implements Processor<byte[], TimedReading, byte[], byte[]> {
    /** The processor's name in metrics and in the topology's description. */
    public static final String NAME = "silent-devices";

    /** The store of each device's event times. */
    public static final String STORE = "device-times";

    private final Shared shared;
    private final Place place;
    private final io.heliometer.common.query.SilentDevices rule;
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<Integer, DeviceTimes> store;
    private WakeQueue timers;

    private SilentDevices(Shared shared, Place place) {
        this.shared = shared;
        this.place = place;
        this.rule = new io.heliometer.common.query.SilentDevices(
                shared.sun(), shared.horizon(), shared.registry().samplingPeriodMillis());
    }

    /** Makes one processor per task. */
    public record Supplier(Shared shared, Place place)
            implements ProcessorSupplier<byte[], TimedReading, byte[], byte[]> {
        @Override
        public Processor<byte[], TimedReading, byte[], byte[]> get() {
            return new SilentDevices(shared, place);
        }

        // tag::state[]
        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(WindowStores.byDevice(STORE, Wire.deviceTimes(), shared.settings()));
        }
        // end::state[]
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> taskContext) {
        context = taskContext;
        store = taskContext.getStateStore(STORE);
        timers = new WakeQueue();
        int[] sites = shared.registry().sites();
        int partition = taskContext.taskId().partition();
        for (Panel panel : shared.registry().panels()) {
            int siteNumber = Arrays.binarySearch(sites, panel.site());
            if (siteNumber % shared.partitions() == partition) {
                setTimer(new Device(panel.site(), panel.device()), times(panel.device()));
            }
        }
    }

    @Override
    public void process(Record<byte[], TimedReading> message) {
        TimedReading timed = message.value();
        // tag::time[]
        passTime(timed.watermarkMillis(), message.timestamp());
        // end::time[]
        EnrichedReading trusted = timed.enriched();
        if (trusted != null) {
            // tag::key[]
            Device device = new Device(trusted.panel().site(), trusted.reading().device());
            // end::key[]
            add(device, trusted.reading().eventTimeMillis(), timed.watermarkMillis());
        }
    }

    /**
     * Notes a reading, and forgets what is settled. That writes no row: whatever the watermark has
     * passed, the timer has settled before.
     */
    private void add(Device device, long eventTimeMillis, long watermarkMillis) {
        DeviceTimes times = times(device.device());
        DeviceTimes open = settle(device, times, watermarkMillis, row -> {
            throw new IllegalStateException("row must be written by the timer, was not: " + row);
        });
        store.put(device.device(), open.plus(eventTimeMillis));
        if (open.state().isSilent()) {
            timers.setIfEarlier(device.device(), eventTimeMillis);
        }
        // Else the timer stands at the deadline of an older reading: too early, and set anew then.
    }

    // tag::emit[]
    private void passTime(long watermarkMillis, long timestampMillis) {
        for (OptionalInt due = timers.poll(watermarkMillis);
                due.isPresent();
                due = timers.poll(watermarkMillis)) {
            wake(due.getAsInt(), watermarkMillis, timestampMillis);
        }
    }

    private void wake(int id, long watermarkMillis, long timestampMillis) {
        int site = Objects.requireNonNull(shared.registry().find(id)).site();
        Device device = new Device(site, id);
        List<String> rows = new ArrayList<>();
        DeviceTimes open = settle(device, times(id), watermarkMillis, rows::add);
        if (!rows.isEmpty()) {
            store.put(id, open);
        }
        for (String row : rows) {
            context.forward(ResultSink.row(place.row(row), timestampMillis), ResultSink.RESULTS);
        }
        setTimer(device, open);
    }
    // end::emit[]

    private DeviceTimes settle(
            Device device, DeviceTimes times, long watermarkMillis, Consumer<String> rows) {
        State settled =
                rule.settle(device, times.state(), times.pendingMillis(), watermarkMillis, rows);
        return times.settled(settled, watermarkMillis);
    }

    private void setTimer(Device device, DeviceTimes times) {
        timers.set(
                device.device(),
                rule.nextWakeMillis(device.site(), times.state(), times.firstPendingMillis()));
    }

    private DeviceTimes times(int device) {
        DeviceTimes times = store.get(device);
        return times == null ? DeviceTimes.START : times;
    }
}
