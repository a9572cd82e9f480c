package io.heliometer.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Upper bounds of waits, generous because the machine may be busy. */
final class Bounds {
    static final Duration START = Duration.ofSeconds(60);
    static final Duration GRACE = Duration.ofSeconds(20);

    /** The watchdog's own promise. */
    static final Duration WATCHDOG = Duration.ofSeconds(10);

    private Bounds() {}

    static void await(String what, Duration bound, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean() && System.nanoTime() - start < bound.toNanos()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(condition.getAsBoolean()).as(what + " within " + bound).isTrue();
    }
}
