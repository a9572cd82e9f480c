package io.heliometer.common.fleet;

/**
 * How the clear-sky index kc is distributed within an hour of given mean: a mixture of two normals,
 * one for cloud and one for gaps between clouds.
 *
 * <p>Source: Widen and Munkhammar 2019, doi 10.1109/PVSC40753.2019.8980922, as in
 * {@code solarspatialtools/synthirrad/copula.py}.
 *
 * @param cloudWeight share of cloud, 0..1; the rest is gaps
 * @param cloudMean mean kc under cloud
 * @param cloudDeviation standard deviation of kc under cloud
 * @param clearMean mean kc in gaps, often above 1 (reflection at cloud edges)
 * @param clearDeviation standard deviation of kc in gaps
 */
record KcMixture(
        double cloudWeight,
        double cloudMean,
        double cloudDeviation,
        double clearMean,
        double clearDeviation) {
    /** Half a unit in the last place of kc 1 is far smaller; 40 halvings of [-4, 4] reach 1e-11. */
    private static final int BISECTIONS = 40;

    private static final double QUANTILE_BOUND = 4;

    /** Returns the mixture of an hour whose mean clear-sky index is {@code mean}, within 0..1. */
    static KcMixture ofMean(double mean) {
        double cloud = 1 - 0.8051 * sigmoid(mean, 7.3605, 0.7092);
        double clear = 1 - cloud;
        double clearMean = 2.2928 * cloud * mean + 1.0801 * clear * (mean - 0.4532);
        return new KcMixture(
                cloud,
                (mean - clear * clearMean) / cloud,
                0.1997 * sigmoid(mean, 5.0919, 0.3863),
                clearMean,
                0.3512 * (1 - sigmoid(mean, 4.8414, 0.6442)));
    }

    /** Returns the share of time with an index below {@code kc}. */
    double cumulative(double kc) {
        return cloudWeight * normal((kc - cloudMean) / cloudDeviation)
                + (1 - cloudWeight) * normal((kc - clearMean) / clearDeviation);
    }

    /** Returns the index that is exceeded 1 - probability of the time, within -4..4. */
    double quantile(double probability) {
        double low = -QUANTILE_BOUND;
        double high = QUANTILE_BOUND;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double sigmoid(double x, double slope, double centre) {
        return 1 / (1 + StrictMath.exp(-slope * (x - centre)));
    }

    /**
     * Returns the standard normal distribution function; error below 8e-8 (Abramowitz and Stegun
     * 26.2.17).
     */
    static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double polynomial = t
                * (0.319381530
                        + t
                                * (-0.356563782
                                        + t
                                                * (1.781477937
                                                        + t * (-1.821255978 + t * 1.330274429))));
        double tail = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI) * polynomial;
        return z < 0 ? tail : 1 - tail;
    }
}
