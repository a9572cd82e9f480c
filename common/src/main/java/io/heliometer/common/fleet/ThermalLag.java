package io.heliometer.common.fleet;

/**
 * How slowly a module follows its steady-state temperature: a weighted mean over the past 20
 * minutes with weights exp(-P t), the present excluded. A finite window, so a pure function of
 * time.
 *
 * <p>Source: Prilliman et al. 2020, doi 10.1109/JPHOTOV.2020.2992351, as in pvlib
 * {@code temperature.prilliman}.
 */
final class ThermalLag {
    static final double WINDOW_SECONDS = 1200;
    /** Mass of a glass-polymer module per area, kg/m2 (pvlib's default). */
    static final double UNIT_MASS = 11.1;

    private ThermalLag() {}

    /** Returns the decay rate P, 1/s, at a wind speed (m/s) and a mass per area (kg/m2). */
    static double decayPerSecond(double windMetresPerSecond, double unitMass) {
        return 0.0046
                + 0.00046 * windMetresPerSecond
                - 0.00023 * unitMass
                - 1.6e-5 * windMetresPerSecond * unitMass;
    }

    /**
     * Returns the weighted mean of values that are equally far apart in time, the youngest first,
     * where each weighs {@code ratio} times the one before it.
     *
     * @throws IllegalArgumentException if there are no values
     */
    static double mean(double[] youngestFirst, double ratio) {
        if (youngestFirst.length == 0) {
            throw new IllegalArgumentException("youngestFirst must be non-empty, was empty");
        }
        double weight = 1;
        double sum = 0;
        double weights = 0;
        for (double value : youngestFirst) {
            sum += weight * value;
            weights += weight;
            weight *= ratio;
        }
        return sum / weights;
    }
}
