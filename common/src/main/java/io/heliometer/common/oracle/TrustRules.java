package io.heliometer.common.oracle;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The rules of Q0 once more, written from the specification's text and not from the engines' code:
 * two independent readings of one text that must agree.
 */
final class TrustRules {
    static final int TRUSTED = 0;
    static final long ALLOWED_LATENESS_MILLIS = 120_000;

    private static final BigDecimal VOLTAGE_FACTOR = new BigDecimal("1.2");
    private static final BigDecimal CURRENT_FACTOR = new BigDecimal("1.4");

    private final PanelRegistry registry;
    private final Horizon horizon;

    TrustRules(PanelRegistry registry, Horizon horizon) {
        this.registry = registry;
        this.horizon = horizon;
    }

    /** Returns 0 for a trusted reading, else the number of the first rule that fails. */
    int firstFailing(@Nullable PanelReading reading) {
        if (reading == null) {
            return 1;
        }
        Panel panel = registry.find(reading.device());
        if (panel == null) {
            return 2;
        }
        if (reading.hasVoltage()
                && isOutside(
                        reading.voltageMilliVolts(), 0, VOLTAGE_FACTOR, panel.voc0MilliVolts())) {
            return 3;
        }
        if (reading.hasCurrent()
                && isOutside(
                        reading.currentMilliAmperes(),
                        -100,
                        CURRENT_FACTOR,
                        panel.isc0MilliAmperes())) {
            return 4;
        }
        if (reading.hasTemperature()
                && isOutside(reading.temperatureCentiCelsius(), -4000, BigDecimal.ONE, 11000)) {
            return 5;
        }
        long event = reading.eventTimeMillis();
        if (event < horizon.startMillis() || event >= horizon.endMillis()) {
            return 6;
        }
        long received = reading.receivedTimeMillis();
        // Compared before it is subtracted: a received time near the smallest long would overflow.
        if (event > received) {
            return 7;
        }
        return received - event > ALLOWED_LATENESS_MILLIS ? 8 : TRUSTED;
    }

    /** Returns the site of a known device. */
    @Nullable Integer siteOf(int device) {
        Panel panel = registry.find(device);
        return panel == null ? null : panel.site();
    }

    private static boolean isOutside(int value, int min, BigDecimal factor, int rated) {
        BigDecimal max = factor.multiply(BigDecimal.valueOf(rated));
        return value < min || BigDecimal.valueOf(value).compareTo(max) > 0;
    }
}
