package io.heliometer.common.oracle;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets through what every query behind Q0 looks at, and keeps the clock of event time. */
final class Sieve {
    private final TrustRules rules;
    private final PanelRegistry registry;
    private final ClosingTimes closing;

    /**
     * Builds a sieve.
     *
     * @param grainMillis of the instants that {@link #completeDueMillis} is asked about
     */
    Sieve(Workload workload, long grainMillis) {
        this.registry = workload.registry();
        this.rules = new TrustRules(registry, workload.horizon());
        this.closing = new ClosingTimes(grainMillis);
    }

    /**
     * Returns the record's reading, or null if it is none or cannot be trusted.
     *
     * @param reading what the record's payload holds, if that is a reading
     */
    @Nullable TrustedReading trusted(ScheduledRecord scheduled, @Nullable PanelReading reading) {
        boolean flush = reading != null && reading.flush();
        if (reading == null || (!flush && rules.firstFailing(reading) != TrustRules.TRUSTED)) {
            return null;
        }
        // Watermark = max event time - L - 1; here the 1 is left to whoever asks.
        long time = reading.eventTimeMillis() - TrustRules.ALLOWED_LATENESS_MILLIS;
        closing.advance(scheduled.partition(), time, scheduled.dueMillis());
        if (flush) {
            return null;
        }
        Panel panel = Objects.requireNonNull(registry.find(reading.device()));
        return new TrustedReading(reading, panel, scheduled.partition(), scheduled.dueMillis());
    }

    /**
     * Returns when the last partition has brought every event time before {@code endMillis}: its
     * watermark reaches {@code endMillis - 1}.
     */
    long completeDueMillis(long endMillis) {
        return closing.reachedDueMillis(endMillis);
    }
}
