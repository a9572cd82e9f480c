package io.heliometer.common.fleet;

/**
 * What defines a fleet completely: two fleets of equal specs are equal, sample by sample.
 *
 * @param seed chooses places, weather, panel spread and noise
 * @param devices number of panels; their ids are 0..devices-1
 */
public record FleetSpec(long seed, int devices) {
    public FleetSpec {
        if (devices < 1) {
            throw new IllegalArgumentException("devices must be >= 1, was " + devices);
        }
    }
}
