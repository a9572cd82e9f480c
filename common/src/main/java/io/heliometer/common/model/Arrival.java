package io.heliometer.common.model;

import org.jspecify.annotations.Nullable;

/**
 * What came off the topic: a parsed reading, an announcement of a panel's next version, or, where
 * the payload is malformed, only its hash.
 *
 * @param reading the reading, or null if this is no reading
 * @param registration the version of a panel that is announced, or null if this is none
 * @param payloadHash the hash of a malformed payload; 0 if it parsed
 */
public record Arrival(
        @Nullable PanelReading reading, @Nullable Panel registration, long payloadHash) {
    /** Holds a reading, or the hash of a malformed payload. */
    public Arrival(@Nullable PanelReading reading, long payloadHash) {
        this(reading, null, payloadHash);
    }

    /** Returns the announcement of a version. */
    public static Arrival of(Panel registration) {
        return new Arrival(null, registration, 0);
    }

    /** Returns whether this is an end-of-stream marker, which is never counted nor written. */
    public boolean isFlush() {
        return reading != null && reading.flush();
    }

    /**
     * Returns whether this announces a version of a panel: it moves no clock, is never rejected,
     * counted nor written, and only matters to what joins readings with the registry.
     */
    public boolean isRegistration() {
        return registration != null;
    }
}
