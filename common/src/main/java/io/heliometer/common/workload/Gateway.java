package io.heliometer.common.workload;

import io.heliometer.common.fleet.Delivery;
import io.heliometer.common.fleet.Fleet;
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

    /** No record comes later than this after the end of the horizon, ms. */
    static final long MAX_DELAY_MILLIS = 300_000;

    /** Stands for the arrival of a record that never comes. */
    static final long LOST = Long.MAX_VALUE;

    private static final int OUT_OF_ORDER_MILLIS = 5_000;
    private static final int TOO_LATE_SPREAD_MILLIS = 110_000;
    private static final int DUPLICATE_SPREAD_MILLIS = 60_000;
    /** After a gap the last sample that was kept comes so much later than the link, ms. */
    private static final long BACKFILL_MILLIS = 10_000;

    /** What was kept comes so many times faster than it was measured: a burst, yet in order. */
    private static final long BACKFILL_SPEEDUP = 10_000;

    private final long seed;
    private final Disorder disorder;
    private final Fleet fleet;
    private final PanelSampler sampler;
    private final ClockSkew clocks;

    Gateway(WorkloadSpec spec, Fleet fleet) {
        this.seed = spec.seed();
        this.disorder = spec.disorder();
        this.fleet = fleet;
        this.sampler = fleet.newSampler();
        this.clocks = new ClockSkew(spec);
    }

    /**
     * Returns when the record arrives at its gateway, ms UTC, or {@link #LOST}. What a device kept
     * through a gap comes in a burst when the link is back, in the order in which it was measured;
     * a gap that outlasts the horizon loses what was kept, so nothing comes after the end of the
     * stream.
     *
     * @param pollMillis true event time, ms UTC
     */
    long receivedMillis(int device, long tick, long pollMillis) {
        Delivery delivery = fleet.delivery(device, tick);
        return switch (delivery.kind()) {
            case NORMAL -> pollMillis + delayMillis(device, tick);
            case LOST -> LOST;
            case BACKFILLED -> {
                long before = (delivery.gapEndMillis() - pollMillis) / BACKFILL_SPEEDUP;
                yield delivery.gapEndMillis() + Math.max(0, BACKFILL_MILLIS - before);
            }
        };
    }

    private int delayMillis(int device, long tick) {
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

    /**
     * Returns the reading as its gateway knows it.
     *
     * @param pollMillis true event time, ms UTC
     * @param receivedMillis arrival at the gateway, ms UTC
     */
    PanelReading reading(
            int device, long tick, long pollMillis, long receivedMillis, long sequence) {
        sampler.sample(device, tick);
        long eventTime = pollMillis + clocks.skewMillis(device);
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
