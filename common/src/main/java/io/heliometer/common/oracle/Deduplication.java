package io.heliometer.common.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remembers the sequence of every reading, for ever, to tell which copy is the first. */
final class Deduplication {
    private final Map<Integer, Set<Long>> sequencesByDevice = new HashMap<>();

    /** Returns whether no reading of this device and sequence came before. */
    boolean isFirst(TrustedReading reading) {
        return sequencesByDevice
                .computeIfAbsent(reading.device(), device -> new HashSet<>())
                .add(reading.reading().sequence());
    }
}
