package io.heliometer.common.model;

import org.jspecify.annotations.Nullable;

/**
 * What came off the topic: a parsed reading, or, where the payload is malformed, only its hash.
 *
 * @param reading the reading, or null if the payload is malformed
 * @param payloadHash the hash of a malformed payload; 0 if the reading parsed
 */
public record Arrival(@Nullable PanelReading reading, long payloadHash) {
    /** Returns whether this is an end-of-stream marker, which is never counted nor written. */
    public boolean isFlush() {
        return reading != null && reading.flush();
    }
}
