package io.heliometer.common.workload;

import io.heliometer.common.fleet.PanelSampler;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.time.Lateness;

/**
 * Turns a sample into what a site's gateway sends: when it arrives, and with which clock. Every
 * decision is a pure function of (seed, device, tick). Not thread-safe: it holds a sampler.
 */
final class Gateway {
    /**
     * Normal way from a device to its gateway, ms: the same for all, so that normal records keep
     * their order.
     */
    static final int NORMAL_DELAY_MILLIS = 40;

    /** No record comes later than this after its poll, ms. */
    static final long MAX_DELAY_MILLIS = 300_000;

    private static final int OUT_OF_ORDER_MILLIS = 5_000;
    private static final int TOO_LATE_SPREAD_MILLIS = 110_000;
    private static final int DUPLICATE_SPREAD_MILLIS = 60_000;
    private static final int MIN_SKEW_MILLIS = 120_000;
    private static final int SKEW_SPREAD_MILLIS = 480_000;

    private final long seed;
    private final Disorder disorder;
    private final PanelSampler sampler;
    private final int alwaysSkewed;

    Gateway(WorkloadSpec spec, PanelSampler sampler) {
        this.seed = spec.seed();
        this.disorder = spec.disorder();
        this.sampler = sampler;
        this.alwaysSkewed = disorder.skewedDevicePpm() > 0
                ? Draw.SKEW_CHOICE.below(seed, -1, 0, spec.devices())
                : -1;
    }

    /** Returns how long the record takes to its gateway, ms. */
    int delayMillis(int device, long tick) {
        int choice = Draw.DELAY_CHOICE.ppm(seed, device, tick);
        if (choice < disorder.outOfOrderPpm()) {
            return NORMAL_DELAY_MILLIS
                    + 1
                    + delay(device, tick, OUT_OF_ORDER_MILLIS - NORMAL_DELAY_MILLIS);
        }
        choice -= disorder.outOfOrderPpm();
        int allowed = (int) Lateness.SPEC.allowedMillis();
        if (choice < disorder.latePpm()) {
            return OUT_OF_ORDER_MILLIS + 1 + delay(device, tick, allowed - OUT_OF_ORDER_MILLIS);
        }
        choice -= disorder.latePpm();
        if (choice < disorder.tooLatePpm()) {
            return allowed + 1 + delay(device, tick, TOO_LATE_SPREAD_MILLIS);
        }
        return NORMAL_DELAY_MILLIS;
    }

    private int delay(int device, long tick, int bound) {
        return Draw.DELAY_AMOUNT.below(seed, device, tick, bound);
    }

    /** Returns how much later the record is sent once more, ms, or 0 if it is not. */
    int duplicateDelayMillis(int device, long tick) {
        return Draw.DUPLICATE_CHOICE.ppm(seed, device, tick) < disorder.duplicatePpm()
                ? 1 + Draw.DUPLICATE_DELAY.below(seed, device, tick, DUPLICATE_SPREAD_MILLIS)
                : 0;
    }

    private long clockSkewMillis(int device) {
        boolean skewed = device == alwaysSkewed
                || Draw.SKEW_CHOICE.ppm(seed, device, 0) < disorder.skewedDevicePpm();
        if (!skewed) {
            return 0;
        }
        int amount = Draw.SKEW_AMOUNT.below(seed, device, 0, SKEW_SPREAD_MILLIS);
        long skew = MIN_SKEW_MILLIS + 1L + amount;
        return amount % 2 == 0 ? skew : -skew;
    }

    /**
     * Returns the reading as its gateway knows it.
     *
     * @param pollMillis true event time, ms UTC
     * @param receivedMillis arrival at the gateway, ms UTC
     */
    PanelReading reading(
            int device, long tick, long pollMillis, long receivedMillis, long sequence) {
        sampler.sample(device, tick);
        long eventTime = pollMillis + clockSkewMillis(device);
        return new PanelReading(
                device,
                sequence,
                eventTime,
                receivedMillis,
                sampler.voltageMilliVolts(),
                sampler.currentMilliAmperes(),
                sampler.temperatureCentiCelsius(),
                0,
                false);
    }
}
