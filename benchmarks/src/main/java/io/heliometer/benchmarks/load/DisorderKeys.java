package io.heliometer.benchmarks.load;

import io.heliometer.common.workload.Disorder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The keys of the shares of disorder, the same in a suite, a workload file and a run's record. */
public final class DisorderKeys {
    private static final String OUT_OF_ORDER = "disorder.out.of.order.ppm";
    private static final String LATE = "disorder.late.ppm";
    private static final String TOO_LATE = "disorder.too.late.ppm";
    private static final String MALFORMED = "disorder.malformed.ppm";
    private static final String OUT_OF_RANGE = "disorder.out.of.range.ppm";
    private static final String ABSENT = "disorder.absent.ppm";
    private static final String UNKNOWN_DEVICE = "disorder.unknown.device.ppm";
    private static final String DUPLICATE = "disorder.duplicate.ppm";
    private static final String SKEWED_DEVICE = "disorder.skewed.device.ppm";

    /** A record is delayed in at most one of these ways. */
    public static final List<String> DELAYED = List.of(OUT_OF_ORDER, LATE, TOO_LATE);

    /** A record is spoiled in at most one of these ways. */
    public static final List<String> SPOILED =
            List.of(MALFORMED, OUT_OF_RANGE, ABSENT, UNKNOWN_DEVICE);

    private DisorderKeys() {}

    /**
     * Returns the disorder whose shares a source gives by key.
     *
     * @throws IllegalArgumentException if a share is out of range, or shares add up to more than
     *     all
     */
    public static Disorder read(ToIntFunction<String> shares) {
        return new Disorder(
                shares.applyAsInt(DUPLICATE),
                shares.applyAsInt(MALFORMED),
                shares.applyAsInt(OUT_OF_RANGE),
                shares.applyAsInt(ABSENT),
                shares.applyAsInt(UNKNOWN_DEVICE),
                shares.applyAsInt(OUT_OF_ORDER),
                shares.applyAsInt(LATE),
                shares.applyAsInt(TOO_LATE),
                shares.applyAsInt(SKEWED_DEVICE));
    }

    /** Returns the shares by key; {@link #read} inverts it. */
    public static Map<String, Integer> write(Disorder disorder) {
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put(DUPLICATE, disorder.duplicatePpm());
        shares.put(MALFORMED, disorder.malformedPpm());
        shares.put(OUT_OF_RANGE, disorder.outOfRangePpm());
        shares.put(ABSENT, disorder.absentPpm());
        shares.put(UNKNOWN_DEVICE, disorder.unknownDevicePpm());
        shares.put(OUT_OF_ORDER, disorder.outOfOrderPpm());
        shares.put(LATE, disorder.latePpm());
        shares.put(TOO_LATE, disorder.tooLatePpm());
        shares.put(SKEWED_DEVICE, disorder.skewedDevicePpm());
        return shares;
    }
}
