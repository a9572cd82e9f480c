package io.heliometer.common.fleet;

/**
 * How warm a module gets, by Faiman.
 *
 * <p>Source: Faiman 2008, doi 10.1002/pip.813, with the coefficients of pvlib
 * {@code temperature.faiman}.
 */
final class CellTemperature {
    /** Heat loss without wind, W/(m2 K). */
    private static final double U0 = 25;
    /** Heat loss per wind speed, W/(m2 K) per m/s. */
    private static final double U1 = 6.84;

    private CellTemperature() {}

    /**
     * Returns the module temperature, degC, for irradiance in W/m2, air in degC and wind in m/s.
     */
    static double faiman(double irradiance, double ambientCelsius, double windMetresPerSecond) {
        return ambientCelsius + irradiance / (U0 + U1 * windMetresPerSecond);
    }
}
