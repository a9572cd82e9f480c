package io.heliometer.kstreams.internal;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.ValidateReadings;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The head of every job that stands behind Q0 and does not write Q0's rows: lets trusted readings
 * through and keeps the task's clock. Rejected records, late ones included, reach neither clock nor
 * state.
 */
// Kafka Streams calls init before the first record.
@SuppressWarnings("NullAway.Init")
public final class TrustedReadings implements Processor<byte[], Arrival, byte[], TimedReading> {
    /** The processor's name in metrics and in the topology's description. */
    public static final String NAME = "trusted-readings";

    private final Shared shared;
    private final ValidateReadings rules;
    private final boolean withRegistrations;
    private ProcessorContext<byte[], TimedReading> context;
    private Watermark clock;

    private TrustedReadings(Shared shared, boolean withRegistrations) {
        this.shared = shared;
        this.rules = shared.rules();
        this.withRegistrations = withRegistrations;
    }

    /**
     * Makes one processor per task.
     *
     * @param withRegistrations whether announcements go on; only Q2 heeds them
     */
    public static ProcessorSupplier<byte[], Arrival, byte[], TimedReading> supplier(
            Shared shared, boolean withRegistrations) {
        return () -> new TrustedReadings(shared, withRegistrations);
    }

    @Override
    public void init(ProcessorContext<byte[], TimedReading> taskContext) {
        context = taskContext;
        clock = new Watermark(shared);
    }

    @Override
    public void process(Record<byte[], Arrival> message) {
        PanelReading reading = message.value().reading();
        Panel registration = message.value().registration();
        if (reading != null && (reading.flush() || rules.check(reading) == null)) {
            TimedReading timed = clock.accept(reading);
            if (timed != null) {
                context.forward(message.withValue(timed));
            }
        } else if (registration != null && withRegistrations) {
            context.forward(
                    message.withValue(TimedReading.announcing(registration, clock.millis())));
        }
    }
}
