package io.heliometer.common.workload;

import io.heliometer.common.fleet.Fleet;
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
 */
public record WorkloadSpec(
        long seed, int devices, int partitions, long startMillis, int minutes, Disorder disorder) {
    /**
     * 2026-06-21T09:00Z, in daylight at every site of the fleet: where runs start unless told
     * otherwise.
     */
    public static final long MIDSUMMER_MORNING_MILLIS = 1_782_032_400_000L;

    public WorkloadSpec {
        requirePositive("devices", devices);
        requirePositive("partitions", partitions);
        requirePositive("minutes", minutes);
        if (Math.floorMod(startMillis, Fleet.SAMPLING_PERIOD_MILLIS) != 0) {
            throw new IllegalArgumentException(
                    "startMillis must be a whole minute, was " + startMillis);
        }
    }

    /** Returns the event-time span. */
    public Horizon horizon() {
        return new Horizon(startMillis, startMillis + minutes * Fleet.SAMPLING_PERIOD_MILLIS);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, was " + value);
        }
    }
}
