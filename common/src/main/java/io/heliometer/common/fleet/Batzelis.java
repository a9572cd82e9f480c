package io.heliometer.common.fleet;

/**
 * A module's maximum power point as an explicit function of irradiance and temperature: one
 * logarithm and datasheet numbers, no fitting.
 *
 * <p>Source: Batzelis 2017, doi 10.1109/JPHOTOV.2017.2711431, as in pvlib {@code pvarray.batzelis}.
 * Irradiance is given as g = G / (1000 W/m2) together with ln g, because callers have a table for
 * it.
 */
final class Batzelis {
    private static final double REFERENCE_CELSIUS = 25;
    private static final double REFERENCE_KELVIN = 298.15;
    private static final double ZERO_CELSIUS_KELVIN = 273.15;
    private static final int LAMBERT_ITERATIONS = 40;

    private final ModuleType type;
    private final double alphaIsc;
    private final double betaVoc;
    private final double delta0;
    private final double alphaImp;
    private final double betaVmp;
    private final double epsilon0;
    private final double epsilon1;

    Batzelis(ModuleType type) {
        this.type = type;
        alphaIsc = type.currentPerKelvin() / type.shortCircuitAmperes();
        betaVoc = type.voltagePerKelvin() / type.openCircuitVolts();
        delta0 = (1 - betaVoc * REFERENCE_KELVIN) / (50.1 - alphaIsc * REFERENCE_KELVIN);
        double w0 = lambertWOfExp(1 / delta0 + 1);
        double voltageRatio = type.openCircuitVolts() / type.maximumPowerVolts();
        alphaImp = alphaIsc + (betaVoc - 1 / REFERENCE_KELVIN) / (w0 - 1);
        betaVmp = voltageRatio
                * (betaVoc / (1 + delta0)
                        + (delta0 * (w0 - 1) - 1 / (1 + delta0)) / REFERENCE_KELVIN);
        epsilon0 = delta0 / (1 + delta0) * voltageRatio;
        epsilon1 = delta0 * (w0 - 1) * voltageRatio - 1;
    }

    /** Returns the short-circuit current, A. */
    double shortCircuitAmperes(double g, double cellCelsius) {
        return g * type.shortCircuitAmperes() * (1 + alphaIsc * (cellCelsius - REFERENCE_CELSIUS));
    }

    /** Returns the open-circuit voltage, V, at least 0. */
    double openCircuitVolts(double lnG, double cellCelsius) {
        double relative = 1
                + delta0 * lambda(cellCelsius) * lnG
                + betaVoc * (cellCelsius - REFERENCE_CELSIUS);
        return type.openCircuitVolts() * Math.max(relative, 0);
    }

    /** Returns the current at the maximum power point, A. */
    double maximumPowerAmperes(double g, double cellCelsius) {
        return g * type.maximumPowerAmperes() * (1 + alphaImp * (cellCelsius - REFERENCE_CELSIUS));
    }

    /** Returns the voltage at the maximum power point, V, at least 0. */
    double maximumPowerVolts(double g, double lnG, double cellCelsius) {
        double relative = 1
                + epsilon0 * lambda(cellCelsius) * lnG
                + epsilon1 * (1 - g)
                + betaVmp * (cellCelsius - REFERENCE_CELSIUS);
        return type.maximumPowerVolts() * Math.max(relative, 0);
    }

    /** Returns the relative temperature coefficient of power at standard test conditions, 1/K. */
    double powerPerKelvin() {
        return alphaImp + betaVmp;
    }

    private static double lambda(double cellCelsius) {
        return (cellCelsius + ZERO_CELSIUS_KELVIN) / REFERENCE_KELVIN;
    }

    /** Returns W(exp(x)) for x > 1, the w with w + ln w = x, by Newton's method. */
    static double lambertWOfExp(double x) {
        double w = x;
        for (int i = 0; i < LAMBERT_ITERATIONS; i++) {
            w -= (w + StrictMath.log(w) - x) / (1 + 1 / w);
        }
        return w;
    }
}
