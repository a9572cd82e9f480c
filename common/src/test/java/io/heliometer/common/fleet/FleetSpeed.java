package io.heliometer.common.fleet;

import java.util.Locale;

/**
 * Measures what a sample costs in the order the generator uses: ticks ascending, string by string.
 * Not a test: run its main by hand, with the number of devices as argument.
 */
final class FleetSpeed {
    /** 2026-06-21T10:00:00Z. */
    private static final long FIRST_TICK = 29_700_600;

    private static final int ROUNDS = 6;
    private static final long SAMPLES_PER_ROUND = 20_000_000;

    private FleetSpeed() {}

    public static void main(String[] arguments) {
        int devices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        long start = System.nanoTime();
        PanelSampler sampler = Fleet.of(new FleetSpec(1, devices)).newSampler();
        sampler.sample(0, FIRST_TICK);
        System.out.printf(Locale.ROOT, "start-up %.0f ms%n", (System.nanoTime() - start) / 1e6);
        long ticks = Math.max(1, SAMPLES_PER_ROUND / devices);
        long tick = FIRST_TICK;
        for (int round = 0; round < ROUNDS; round++) {
            long before = System.nanoTime();
            long sum = 0;
            for (long end = tick + ticks; tick < end; tick++) {
                sum += sweep(sampler, devices, FIRST_TICK + (tick - FIRST_TICK) % 240);
            }
            double nanos = (double) (System.nanoTime() - before) / (ticks * devices);
            System.out.printf(
                    Locale.ROOT, "%d devices: %.1f ns/sample (checksum %d)%n", devices, nanos, sum);
        }
    }

    private static long sweep(PanelSampler sampler, int devices, long tick) {
        long sum = 0;
        for (int device = 0; device < devices; device++) {
            sampler.sample(device, tick);
            sum += sampler.voltageMilliVolts()
                    ^ sampler.currentMilliAmperes()
                    ^ sampler.temperatureCentiCelsius();
        }
        return sum;
    }
}
