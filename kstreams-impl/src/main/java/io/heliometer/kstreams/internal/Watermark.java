package io.heliometer.kstreams.internal;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.time.Lateness;
import io.heliometer.kstreams.EventTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of a task: the watermark of the records that Q0 accepts. It stands at the head of
 * the task and its time travels with each reading, so that all queries behind it see the same.
 */
public final class Watermark {
    private final PanelRegistry registry;
    private final Lateness lateness;
    private final DroppedRecords dropped;
    private long millis = EventTime.BEGINNING;

    /** Creates a clock that has not started. */
    public Watermark(Shared shared) {
        this.registry = shared.registry();
        this.lateness = shared.lateness();
        this.dropped = shared.dropped();
    }

    /**
     * Moves the clock by an accepted reading or an end-of-stream marker, and returns what goes on
     * to the queries.
     *
     * @return null for a reading behind the watermark. That cannot be in a partition in the order
     *     of received time; if it is, every query would have forgotten what it needs to judge the
     *     reading, so it is counted as dropped here, for all of them.
     */
    public @Nullable TimedReading accept(PanelReading reading) {
        if (!reading.flush() && reading.eventTimeMillis() <= millis) {
            dropped.add();
            return null;
        }
        millis = Math.max(millis, lateness.watermarkMillis(reading.eventTimeMillis()));
        if (reading.flush()) {
            return TimedReading.timeAlone(millis);
        }
        Panel panel = Objects.requireNonNull(registry.find(reading.device()));
        return TimedReading.of(reading, panel, millis);
    }

    /** Returns the time: no accepted reading at or before it will follow. */
    public long millis() {
        return millis;
    }
}
