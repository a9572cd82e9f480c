package io.heliometer.common.fleet;

import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;

/**
 * One fault of the schedule. What amount, extent and detail mean depends on the type;
 * {@link FaultRate} draws them and {@link FaultEffect} applies them.
 *
 * @param scopeId id of the panel, string, inverter or site
 * @param firstDevice first panel it touches
 * @param endDevice first panel after those
 * @param onsetTick first tick it holds for
 * @param endTick first tick it no longer holds for; {@link #OPEN} if nobody repairs it
 * @param rampTicks how long it takes to its full effect; 0 is at once
 * @param severity amount, extent and detail
 */
record Fault(
        FaultType type,
        FaultScope scope,
        int scopeId,
        int site,
        int firstDevice,
        int endDevice,
        long onsetTick,
        long endTick,
        long rampTicks,
        Severity severity) {
    static final long OPEN = Long.MAX_VALUE;

    /**
     * How bad it is.
     *
     * @param amount start azimuth (SHADE_RECUR), degrees; loss of power (HOTSPOT) or current (PID),
     *     share; resistance (CONNECTOR_R), ohm; drift a day (POA_DRIFT), share
     * @param extent width of azimuth (SHADE_RECUR), degrees; warming (HOTSPOT), K
     * @param detail substrings (SHADE_RECUR, BYPASS_SHORT); channel (STUCK_SENSOR: 0 voltage, 1
     *     current, 2 temperature); 1 if back-filled (COMM_GAP)
     */
    record Severity(double amount, double extent, int detail) {}

    boolean isActive(long tick) {
        return onsetTick <= tick && tick < endTick;
    }

    boolean touches(int device) {
        return firstDevice <= device && device < endDevice;
    }

    /** Returns the share of its full effect at a tick, 0..1. */
    double ramp(long tick) {
        return rampTicks == 0 ? 1 : Math.min((double) (tick - onsetTick) / rampTicks, 1);
    }

    int substrings() {
        return severity.detail;
    }
}
