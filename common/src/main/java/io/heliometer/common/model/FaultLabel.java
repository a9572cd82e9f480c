package io.heliometer.common.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The truth about one fault or hard negative of a run: written beside the input, never shown to an
 * engine, and read by the scoring.
 *
 * @param id dense within a run
 * @param type what happened
 * @param scope what it happened to
 * @param scopeId id of that panel, string, inverter, gateway (= site) or site; for a sensor the
 *     panel's
 * @param site the site it belongs to
 * @param devices the panels it touches, ascending
 * @param onsetMillis first event time it holds for, ms UTC
 * @param endMillis first event time it no longer holds for, ms UTC; {@link #OPEN} if it outlasts
 *     the run
 * @param severityPpm loss of power at full effect, ppm; 0 where it costs none
 * @param parameters what else describes it, by name, integers
 * @param observableFromMillis first tick at or after the onset at which the noise-free effect
 *     exceeds the rule's threshold, from the paired fault-free sample; {@link #NEVER} if none
 * @param observableToMillis first event time at which it no longer does; {@link #NEVER} if never
 * @param expectedRules the rules that should find it, such as {@code R1}
 */
public record FaultLabel(
        int id,
        FaultType type,
        FaultScope scope,
        int scopeId,
        int site,
        List<Integer> devices,
        long onsetMillis,
        long endMillis,
        long severityPpm,
        Map<String, Long> parameters,
        long observableFromMillis,
        long observableToMillis,
        List<String> expectedRules) {
    /** The end of a fault that nobody repairs within the run. */
    public static final long OPEN = Long.MAX_VALUE;

    /** Stands for the moment of something that does not happen. */
    public static final long NEVER = Long.MAX_VALUE;

    public FaultLabel {
        if (endMillis <= onsetMillis) {
            throw new IllegalArgumentException(
                    "endMillis must be > onsetMillis, was " + endMillis + " <= " + onsetMillis);
        }
        devices = List.copyOf(devices);
        parameters = new TreeMap<>(parameters);
        expectedRules = List.copyOf(expectedRules);
    }

    /** Returns whether a rule can see it at all; if not, it does not count in recall. */
    public boolean detectable() {
        return observableFromMillis != NEVER;
    }
}
