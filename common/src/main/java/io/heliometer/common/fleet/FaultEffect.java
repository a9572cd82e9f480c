package io.heliometer.common.fleet;

/**
 * What a fault does to the voltage, current and temperature of a panel, after single-diode curves
 * of the fleet's module. Arithmetic only.
 */
final class FaultEffect {
    static final int SUBSTRINGS = 3;
    /** Hotter, a module would not live to tell. */
    private static final double HOTTEST_CELSIUS = 105;
    /** A bypass diode that conducts costs this, V. */
    private static final double DIODE_VOLTS = 0.5;
    /** There is a shadow where the sun gets through: this share of the clear sky's irradiance. */
    private static final double SHADOW_SHARE = 0.6;
    /** Of a resistance R, V falls by 0.93 I R; I by 5.4 % per ohm at full sun. */
    private static final double RESISTANCE_VOLTS = 0.93;

    private static final double RESISTANCE_AMPERES = 0.054;
    /** A shunt takes current whatever the sun, so most of it at low light; measured at this g. */
    private static final double SHUNT_REFERENCE = 0.6;

    private static final double SHUNT_LEAST = 0.5;
    private static final double SHUNT_MOST = 2;
    private static final double SHUNT_LIMIT = 0.95;
    private static final double SHUNT_VOLTS = 0.8;

    private FaultEffect() {}

    /**
     * Changes a panel's operating point by a fault that is active and touches it.
     *
     * @param string index of the panel's string within the inverter
     */
    static void apply(
            Fault fault, int device, InverterState inverter, int string, OperatingPoint point) {
        double ramp = fault.ramp(inverter.tick());
        double amount = fault.severity().amount();
        switch (fault.type()) {
            case SHADE_RECUR -> shade(fault, inverter, string, point);
            case BYPASS_SHORT -> point.volts *= 1 - (double) fault.substrings() / SUBSTRINGS;
            case HOTSPOT -> {
                point.volts *= 1 - amount * ramp;
                double warming = fault.severity().extent() * ramp * inverter.g(string);
                point.celsius =
                        Math.max(point.celsius, Math.min(point.celsius + warming, HOTTEST_CELSIUS));
            }
            case CONNECTOR_R -> resistance(amount * ramp, inverter.g(string), point);
            case PID -> {
                // The negative end stands last in the string, and suffers most.
                double position = device % Layout.PANELS_PER_STRING + 1.0;
                shunt(
                        amount * ramp * position / Layout.PANELS_PER_STRING,
                        inverter.g(string),
                        point);
            }
            case OPEN_STRING -> {
                point.volts = inverter.openVolts(string);
                point.amperes = 0;
            }
            default -> {
                // Inverters, links and sensors: not at the panel's terminals.
            }
        }
    }

    private static void shade(
            Fault fault, InverterState inverter, int string, OperatingPoint point) {
        if (!isShaded(fault, inverter, string)) {
            return;
        }
        double left = 1 - (double) fault.substrings() / SUBSTRINGS;
        point.volts = Math.max(point.volts * left - fault.substrings() * DIODE_VOLTS, 0);
    }

    private static boolean isShaded(Fault fault, InverterState inverter, int string) {
        double past = inverter.site().sunAzimuthDegrees() - fault.severity().amount();
        return 0 <= past
                && past < fault.severity().extent()
                && inverter.irradiance(string)
                        >= SHADOW_SHARE * inverter.site().clearEffectiveIrradiance();
    }

    private static void resistance(double ohms, double g, OperatingPoint point) {
        double drop = RESISTANCE_VOLTS * point.amperes * ohms;
        point.volts = Math.max(point.volts - drop, 0);
        point.amperes *= 1 - RESISTANCE_AMPERES * ohms * Math.min(g, 1);
    }

    private static void shunt(double loss, double g, OperatingPoint point) {
        double lowLight = Math.min(Math.max(SHUNT_REFERENCE / g, SHUNT_LEAST), SHUNT_MOST);
        double share = Math.min(loss * lowLight, SHUNT_LIMIT);
        point.amperes *= 1 - share;
        point.volts *= 1 - SHUNT_VOLTS * share * share;
    }
}
