package io.heliometer.kstreams.internal;

import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;

import org.jspecify.annotations.Nullable;

/**
 * What one processor hands to the next: parsed and judged once, never serialised, because all
 * processors of a task run on one thread in one call.
 *
 * @param enriched a trusted reading with the version of its panel: that of the registry file before
 *     Q2, that of its event time behind Q2; null if only time passes or a version is announced
 * @param registration the version that is announced, or null if none is
 * @param watermarkMillis the task's clock after the record; an announcement does not move it
 */
public record TimedReading(
        @Nullable EnrichedReading enriched, @Nullable Panel registration, long watermarkMillis) {
    /** Returns a trusted reading. */
    static TimedReading of(PanelReading reading, Panel panel, long watermarkMillis) {
        return new TimedReading(new EnrichedReading(reading, panel), null, watermarkMillis);
    }

    /** Returns the passing of time alone. */
    static TimedReading timeAlone(long watermarkMillis) {
        return new TimedReading(null, null, watermarkMillis);
    }

    /** Returns the announcement of a version. */
    public static TimedReading announcing(Panel registration, long watermarkMillis) {
        return new TimedReading(null, registration, watermarkMillis);
    }

    /** Returns the time of this without its reading: what is left of a reading that is dropped. */
    public TimedReading withoutReading() {
        return timeAlone(watermarkMillis);
    }

    /** Returns the time of this with another version of the reading's panel. */
    public TimedReading with(EnrichedReading joined) {
        return new TimedReading(joined, null, watermarkMillis);
    }
}
