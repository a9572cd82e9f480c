package io.heliometer.common.fleet;

import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;

/**
 * How often each fault begins per unit and day, how long it lasts, and how far before the horizon
 * the schedule looks for those that are still there. docs/fleet.md has the sources; the ratios
 * between classes are those of tickets, the level is raised so that short runs have positives.
 */
enum FaultRate {
    SHADE_RECUR(40, FaultType.SHADE_RECUR, FaultScope.PANEL, onsets(4e-3, 5), forGood()),
    BYPASS_SHORT(41, FaultType.BYPASS_SHORT, FaultScope.PANEL, onsets(1e-3, 6), forGood()),
    HOTSPOT(42, FaultType.HOTSPOT, FaultScope.PANEL, onsets(1e-3, 10), forGood()),
    CONNECTOR_R(43, FaultType.CONNECTOR_R, FaultScope.PANEL, onsets(5e-4, 10), forGood()),
    PID(44, FaultType.PID, FaultScope.STRING, onsets(1e-4, 30), forGood()),
    OPEN_STRING(
            45, FaultType.OPEN_STRING, FaultScope.STRING, onsets(3e-3, 3), lasting(hours(20), 1.0)),
    INV_TRIP_TRANSIENT(
            46,
            FaultType.INV_TRIP_TRANSIENT,
            FaultScope.INVERTER,
            onsets(0.2, 0),
            lasting(11, 0.3)),
    INV_OUTAGE(
            47,
            FaultType.INV_OUTAGE,
            FaultScope.INVERTER,
            onsets(0.02, 4),
            lasting(hours(36), 1.2)),
    GROUND_FAULT(
            48,
            FaultType.GROUND_FAULT,
            FaultScope.INVERTER,
            onsets(0.01, 1),
            lasting(hours(4), 0.3)),
    PANEL_GAP(49, FaultType.COMM_GAP, FaultScope.PANEL, onsets(0.01, 0.25), lasting(15, 1.0)),
    INVERTER_GAP(50, FaultType.COMM_GAP, FaultScope.INVERTER, onsets(0.02, 0.25), lasting(15, 1.0)),
    GATEWAY_GAP(51, FaultType.COMM_GAP, FaultScope.GATEWAY, onsets(0.05, 0.25), lasting(15, 1.0)),
    STUCK_SENSOR(
            52,
            FaultType.STUCK_SENSOR,
            FaultScope.SENSOR,
            onsets(6e-3, 0.5),
            lasting(hours(2), 1.0)),
    POA_DRIFT(53, FaultType.POA_DRIFT, FaultScope.SITE, onsets(0.02, 8), lasting(hours(96), 0.5));

    static final int TICKS_PER_DAY = 1440;

    private final int channel;
    private final FaultType type;
    private final FaultScope scope;
    private final double perDay;
    private final double lookbackDays;
    private final double medianTicks;
    private final double sigma;

    /** How often one begins per unit and day, and how many days before the horizon one may. */
    private record Onsets(double perDay, double lookbackDays) {}

    /** Log-normal; a median of 0 is for good. */
    private record Duration(double medianTicks, double sigma) {}

    FaultRate(int channel, FaultType type, FaultScope scope, Onsets onsets, Duration duration) {
        this.channel = channel;
        this.type = type;
        this.scope = scope;
        perDay = onsets.perDay;
        lookbackDays = onsets.lookbackDays;
        medianTicks = duration.medianTicks;
        sigma = duration.sigma;
    }

    private static Onsets onsets(double perDay, double lookbackDays) {
        return new Onsets(perDay, lookbackDays);
    }

    private static Duration lasting(double medianTicks, double sigma) {
        return new Duration(medianTicks, sigma);
    }

    /** Nobody repairs it within days. */
    private static Duration forGood() {
        return new Duration(0, 0);
    }

    private static double hours(double hours) {
        return hours * 60;
    }

    /** Returns the channel of its random numbers. */
    int channel() {
        return channel;
    }

    FaultType type() {
        return type;
    }

    FaultScope scope() {
        return scope;
    }

    double perDay() {
        return perDay;
    }

    double lookbackDays() {
        return lookbackDays;
    }

    /** Returns how many units of its scope a fleet has: panels (three sensors count as one). */
    int units(Layout layout) {
        return switch (scope) {
            case PANEL, SENSOR -> layout.devices();
            case STRING -> layout.strings();
            case INVERTER -> layout.inverters();
            case GATEWAY, SITE -> layout.sites();
        };
    }

    /** Returns how long one lasts, log-normally spread, whole ticks, at least 1. */
    long durationTicks(double normal) {
        if (medianTicks == 0) {
            return Fault.OPEN;
        }
        return Math.max(1, (long) (medianTicks * StrictMath.exp(sigma * normal)));
    }

    /** Returns how long one takes to its full effect, for a uniform number in [0, 1). */
    long rampTicks(double unit) {
        return switch (this) {
            case HOTSPOT -> (long) ((2 + 8 * unit) * TICKS_PER_DAY);
            case CONNECTOR_R -> (long) ((1 + 9 * unit) * TICKS_PER_DAY);
            case PID -> (long) ((14 + 28 * unit) * TICKS_PER_DAY);
            default -> 0;
        };
    }

    /** Returns how bad one is, for three uniform numbers in [0, 1). */
    Fault.Severity severity(double first, double second, double third) {
        return switch (this) {
            case SHADE_RECUR ->
                // The sun moves about 20 degrees of azimuth an hour by day.
                new Fault.Severity(100 + 140 * first, 10 + 40 * second, substrings(third));
            case BYPASS_SHORT -> new Fault.Severity(0, 0, substrings(third));
            case HOTSPOT -> new Fault.Severity(0.02 + 0.08 * first, 10 + 30 * second, 0);
            case CONNECTOR_R -> new Fault.Severity(0.2 + 0.8 * first, 0, 0);
            case PID -> new Fault.Severity(0.1 + 0.5 * first, 0, 0);
            case PANEL_GAP, INVERTER_GAP, GATEWAY_GAP ->
                new Fault.Severity(0, 0, first < 0.5 ? 1 : 0);
            case STUCK_SENSOR -> new Fault.Severity(0, 0, (int) (3 * first));
            case POA_DRIFT -> new Fault.Severity(0.01, 0, 0);
            default -> new Fault.Severity(0, 0, 0);
        };
    }

    /** One substring in six of ten cases, two in three, all in one. */
    private static int substrings(double unit) {
        if (unit < 0.6) {
            return 1;
        }
        return unit < 0.9 ? 2 : 3;
    }
}
