package io.heliometer.results.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One engine's value over the baseline engine's, paired within blocks: whatever disturbs a block
 * disturbs both and cancels out.
 *
 * @param engine the engine compared
 * @param baseline the engine compared with
 * @param median lower median of the ratios per block
 * @param blockCount blocks in which both engines have a valid value
 * @param interval 95 % interval; null with fewer than {@link #LEAST_BLOCKS} blocks
 */
public record RatioToBaseline(
        String engine,
        String baseline,
        double median,
        int blockCount,
        @Nullable Interval interval) {

    /** Blocks that a claim of difference needs, by the project's method. */
    public static final int LEAST_BLOCKS = 6;

    /** Quantile 0.975 of Student's t for 5 to 29 degrees of freedom; beyond, the last is used. */
    private static final double[] T_975 = {
        2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110,
        2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045
    };

    /** Returns the comparison; empty if no block has a positive value of both. */
    public static Optional<RatioToBaseline> of(
            String engine, String baseline, List<BlockValue> values) {
        Map<Integer, Double> below = byBlock(baseline, values);
        List<Double> ratios = byBlock(engine, values).entrySet().stream()
                .filter(entry -> below.containsKey(entry.getKey()))
                .map(entry -> entry.getValue() / below.getOrDefault(entry.getKey(), Double.NaN))
                .toList();
        return ratios.isEmpty()
                ? Optional.empty()
                : Optional.of(new RatioToBaseline(
                        engine, baseline, Medians.lower(ratios), ratios.size(), interval(ratios)));
    }

    /** Returns whether the data show a difference: an interval that does not contain 1. */
    public boolean differenceShown() {
        return interval != null && (interval.low() > 1 || interval.high() < 1);
    }

    private static Map<Integer, Double> byBlock(String engine, List<BlockValue> values) {
        Map<Integer, Double> found = new HashMap<>();
        for (BlockValue value : values) {
            if (value.engine().equals(engine) && value.value() > 0) {
                found.put(value.block(), value.value());
            }
        }
        return found;
    }

    /** Student's t on the logarithms: ratios are multiplicative, so 2 and 1/2 are equally far. */
    private static @Nullable Interval interval(List<Double> ratios) {
        int n = ratios.size();
        if (n < LEAST_BLOCKS) {
            return null;
        }
        double mean = ratios.stream().mapToDouble(Math::log).sum() / n;
        double squares = ratios.stream()
                .mapToDouble(ratio -> (Math.log(ratio) - mean) * (Math.log(ratio) - mean))
                .sum();
        double half = T_975[Math.min(n - LEAST_BLOCKS, T_975.length - 1)]
                * Math.sqrt(squares / (n - 1) / n);
        return new Interval(Math.exp(mean - half), Math.exp(mean + half));
    }

    /**
     * A closed interval.
     *
     * @param low lower end
     * @param high upper end
     */
    public record Interval(double low, double high) {}
}
