package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

import java.util.Arrays;

/**
 * Turns the cloud field into a clear-sky index kc with the right distribution: kc = quantile of
 * {@link KcMixture} at the field's own distribution function. The map is tabulated once over field
 * value and hourly mean, and read with bilinear interpolation, so kc is continuous in both.
 */
final class KcMarginal {
    /** Hourly means the table covers. */
    static final double LOWEST_MEAN = 0.1;

    /**
     * The last row stands for a cloudless sky: the mixture keeps three cloudy tenths even in an
     * hour of mean 1.
     */
    static final double CLOUDLESS = 1.05;

    static final double HIGHEST_MEAN = CLOUDLESS;
    /**
     * Thickest cloud and strongest enhancement that are let through (HOPE-Melpitz 95th percentile:
     * 1.51).
     */
    static final double LOWEST_KC = 0.05;

    static final double HIGHEST_KC = 1.5;

    private static final int MEANS = 20;
    /** How far a cloudless sky is from its mean at most. */
    private static final double CLOUDLESS_SPREAD = 0.02;

    private static final int KNOTS = 401;
    private static final double MEAN_STEP = (HIGHEST_MEAN - LOWEST_MEAN) / (MEANS - 1);
    private static final double FIELD_STEP = 2 * CloudField.BOUND / (KNOTS - 1);
    private static final int CALIBRATION_SAMPLES = 1 << 17;
    private static final double CALIBRATION_SPAN_METRES = 1e8;

    /** The one table; it depends on no seed. */
    static final KcMarginal TABLE = new KcMarginal();

    private final double[][] kcByMean = new double[MEANS][KNOTS];

    private KcMarginal() {
        double[] probability = fieldDistribution();
        for (int k = 0; k < KNOTS; k++) {
            double share = (k * FIELD_STEP - CloudField.BOUND) / CloudField.BOUND;
            kcByMean[MEANS - 1][k] = 1 + CLOUDLESS_SPREAD * share;
        }
        for (int m = 0; m < MEANS - 1; m++) {
            KcMixture mixture = KcMixture.ofMean(LOWEST_MEAN + m * MEAN_STEP);
            for (int k = 0; k < KNOTS; k++) {
                double kc = mixture.quantile(probability[k]);
                kcByMean[m][k] = Math.min(Math.max(kc, LOWEST_KC), HIGHEST_KC);
            }
        }
    }

    /**
     * Returns kc in {@link #LOWEST_KC}..{@link #HIGHEST_KC}, rising with the field.
     *
     * @param field value of the cloud field, within +-{@link CloudField#BOUND}
     * @param mean mean clear-sky index of the time, within
     *     {@link #LOWEST_MEAN}..{@link #HIGHEST_MEAN}
     */
    double kc(double field, double mean) {
        double row = (mean - LOWEST_MEAN) / MEAN_STEP;
        int lowerRow = Math.min(Math.max((int) row, 0), MEANS - 2);
        double column = (field + CloudField.BOUND) / FIELD_STEP;
        int knot = Math.min(Math.max((int) column, 0), KNOTS - 2);
        double lower = between(kcByMean[lowerRow], knot, column - knot);
        double upper = between(kcByMean[lowerRow + 1], knot, column - knot);
        return lower + (row - lowerRow) * (upper - lower);
    }

    private static double between(double[] values, int knot, double share) {
        return values[knot] + share * (values[knot + 1] - values[knot]);
    }

    /**
     * The share of field values below each knot, from samples at random places; never exactly 0 or
     * 1.
     */
    private static double[] fieldDistribution() {
        CloudField field = new CloudField(0);
        double[] samples = new double[CALIBRATION_SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            double x = CounterRandom.unit(CounterRandom.bits(0, i, 0, Channel.CALIBRATION));
            double y = CounterRandom.unit(CounterRandom.bits(0, i, 1, Channel.CALIBRATION));
            samples[i] = field.at(x * CALIBRATION_SPAN_METRES, y * CALIBRATION_SPAN_METRES);
        }
        Arrays.sort(samples);
        double[] probability = new double[KNOTS];
        int below = 0;
        for (int k = 0; k < KNOTS; k++) {
            double knot = -CloudField.BOUND + k * FIELD_STEP;
            while (below < samples.length && samples[below] < knot) {
                below++;
            }
            probability[k] = (below + 0.5) / (samples.length + 1.0);
        }
        return probability;
    }
}
