package io.heliometer.common.fleet;

/**
 * What a module's datasheet promises at standard test conditions.
 *
 * @param shortCircuitAmperes Isc
 * @param openCircuitVolts Voc
 * @param maximumPowerAmperes Imp
 * @param maximumPowerVolts Vmp
 * @param currentPerKelvin temperature coefficient of Isc, A/K
 * @param voltagePerKelvin temperature coefficient of Voc, V/K, negative
 */
record ModuleType(
        double shortCircuitAmperes,
        double openCircuitVolts,
        double maximumPowerAmperes,
        double maximumPowerVolts,
        double currentPerKelvin,
        double voltagePerKelvin) {
    /** The 650 W module of pvlib's test suite ({@code tests/test_pvarray.py::test_batzelis}). */
    static final ModuleType DEFAULT =
            new ModuleType(15.98, 50.26, 15.27, 42.57, 0.007351, -0.120624);

    /** Returns the rated power, W. */
    double ratedWatts() {
        return maximumPowerVolts * maximumPowerAmperes;
    }
}
