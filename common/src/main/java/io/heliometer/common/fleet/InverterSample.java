package io.heliometer.common.fleet;

/**
 * What an inverter reports at one tick, free of noise; status and events as in SunSpec model 103.
 *
 * @param inverter id
 * @param dcPowerMilliWatts from the panels, mW
 * @param acPowerMilliWatts to the grid, mW, {@code <= dcPowerMilliWatts}
 * @param dcVoltageMilliVolts of the bus, mV
 * @param status SunSpec St
 * @param events SunSpec Evt1 bits
 * @param limitPpm of the rated AC power that the grid's operator allows, ppm (WMaxLimPct)
 */
public record InverterSample(
        int inverter,
        int dcPowerMilliWatts,
        int acPowerMilliWatts,
        int dcVoltageMilliVolts,
        int status,
        int events,
        int limitPpm) {
    /** St: no light. */
    public static final int SLEEPING = 2;

    /** St: follows the maximum power point. */
    public static final int MPPT = 4;

    /** St: gives less than it could. */
    public static final int THROTTLED = 5;

    /** St: has stopped. */
    public static final int FAULT = 7;

    /** Evt1: isolation too low. */
    public static final int GROUND_FAULT_BIT = 1;

    /** Evt1: lost the grid. */
    public static final int GRID_DISCONNECT_BIT = 1 << 4;

    /** Evt1: its hardware failed. */
    public static final int HARDWARE_FAILURE_BIT = 1 << 15;
}
