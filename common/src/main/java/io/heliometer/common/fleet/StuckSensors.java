package io.heliometer.common.fleet;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stuck sensors repeat: the reading of the healthy panel when the fault began. Not
 * thread-safe: one per reader.
 */
final class StuckSensors {
    static final int VOLTAGE = 0;
    static final int CURRENT = 1;

    private final Fleet fleet;
    private final Map<Fault, Integer> values = new HashMap<>();
    private @Nullable PanelSampler sampler;

    StuckSensors(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Returns the value, in the unit of the fault's channel. */
    int value(Fault fault) {
        return values.computeIfAbsent(fault, this::read);
    }

    private int read(Fault fault) {
        PanelSampler healthy = sampler;
        if (healthy == null) {
            healthy = fleet.healthy().newSampler();
            sampler = healthy;
        }
        healthy.sample(fault.scopeId(), fault.onsetTick());
        return switch (fault.severity().detail()) {
            case VOLTAGE -> healthy.voltageMilliVolts();
            case CURRENT -> healthy.currentMilliAmperes();
            default -> healthy.temperatureCentiCelsius();
        };
    }
}
