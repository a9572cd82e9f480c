package io.heliometer.common.workload;

import io.heliometer.common.fleet.Fleet;
import io.heliometer.common.fleet.FleetSpec;
import io.heliometer.common.model.Horizon;

/**
 * What decides a simulated workload, to the last byte.
 *
 * @param seed of the fleet, its weather and its disorder
 * @param devices number of panels
 * @param partitions number of partitions; at most one per site is used
 * @param startMillis start of the horizon, ms UTC, a whole minute
 * @param minutes length of the horizon, min
 * @param disorder how badly the gateways deliver
 * @param faultPercent how often panels, strings, inverters and links fail, percent of the rates of
 *     docs/fleet.md; 0 is a healthy fleet
 * @param skewHundredths exponent of the power law of the sites' sizes, hundredths; 0 gives sites of
 *     200 panels
 */
public record WorkloadSpec(
        long seed,
        int devices,
        int partitions,
        long startMillis,
        int minutes,
        Disorder disorder,
        int faultPercent,
        int skewHundredths) {
    /**
     * 2026-06-21T09:00Z, in daylight at every site of the fleet: where runs start unless told
     * otherwise.
     */
    public static final long MIDSUMMER_MORNING_MILLIS = 1_782_032_400_000L;

    /** As often as docs/fleet.md says. */
    public static final int USUAL_FAULT_PERCENT = 100;

    public WorkloadSpec {
        requirePositive("devices", devices);
        requirePositive("partitions", partitions);
        requirePositive("minutes", minutes);
        if (Math.floorMod(startMillis, Fleet.SAMPLING_PERIOD_MILLIS) != 0) {
            throw new IllegalArgumentException(
                    "startMillis must be a whole minute, was " + startMillis);
        }
        fleet(seed, devices, faultPercent, skewHundredths); // It knows its own rules.
    }

    /** A workload of sites of 200 panels, whose fleet fails as often as docs/fleet.md says. */
    @SuppressWarnings("checkstyle:ParameterNumber") // The usual components of a record, in order.
    public WorkloadSpec(
            long seed,
            int devices,
            int partitions,
            long startMillis,
            int minutes,
            Disorder disorder) {
        this(seed, devices, partitions, startMillis, minutes, disorder, USUAL_FAULT_PERCENT, 0);
    }

    /** Returns the event-time span. */
    public Horizon horizon() {
        return new Horizon(startMillis, startMillis + minutes * Fleet.SAMPLING_PERIOD_MILLIS);
    }

    /** Returns what decides the fleet. */
    FleetSpec fleet() {
        return fleet(seed, devices, faultPercent, skewHundredths);
    }

    private static FleetSpec fleet(long seed, int devices, int faultPercent, int skewHundredths) {
        return new FleetSpec(seed, devices, faultPercent, skewHundredths);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, was " + value);
        }
    }
}
