package io.heliometer.common.fleet;

/**
 * What defines a fleet completely: two fleets of equal specs are equal, sample by sample.
 *
 * @param seed chooses places, weather, panel spread, noise and faults
 * @param devices number of panels; their ids are 0..devices-1
 * @param faultPercent how often things fail, percent of the rates in docs/fleet.md; 0 is a healthy
 *     fleet under the same weather
 * @param skewHundredths exponent of the power law that the sizes of the sites follow, hundredths; 0
 *     gives sites of 200 panels
 */
public record FleetSpec(long seed, int devices, int faultPercent, int skewHundredths) {
    private static final int MOST_SKEWED = 300;

    public FleetSpec {
        if (devices < 1) {
            throw new IllegalArgumentException("devices must be >= 1, was " + devices);
        }
        if (faultPercent < 0) {
            throw new IllegalArgumentException("faultPercent must be >= 0, was " + faultPercent);
        }
        if (skewHundredths < 0 || skewHundredths > MOST_SKEWED) {
            throw new IllegalArgumentException(
                    "skewHundredths must be within 0.." + MOST_SKEWED + ", was " + skewHundredths);
        }
    }

    /** A healthy fleet of sites of 200 panels. */
    public FleetSpec(long seed, int devices) {
        this(seed, devices, 0, 0);
    }
}
