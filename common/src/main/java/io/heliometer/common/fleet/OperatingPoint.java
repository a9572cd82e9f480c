package io.heliometer.common.fleet;

/**
 * Where one panel works on its curve, without sensor noise. Mutable and reused: one per reader,
 * filled by {@link InverterState#fill} and changed by the panel's faults.
 */
final class OperatingPoint {
    double volts;
    double amperes;
    double celsius;

    double watts() {
        return volts * amperes;
    }
}
