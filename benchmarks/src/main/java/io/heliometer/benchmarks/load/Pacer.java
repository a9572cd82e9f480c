package io.heliometer.benchmarks.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Parks until a record is due and tells by how much it is late. Not thread-safe. */
final class Pacer {
    /** Shorter waits are not worth a system call: the timer's own slack is about this. */
    private static final long MIN_PARK_NANOS = 50_000;

    private final @Nullable Schedule schedule;
    private final long wallAtZeroMillis = System.currentTimeMillis();
    private final long nanosAtZero = System.nanoTime();
    private double lastIntendedMillis;

    Pacer(@Nullable Schedule schedule) {
        this.schedule = schedule;
    }

    /** Returns a pacer that never waits and is never late. */
    static Pacer unpaced() {
        return new Pacer(null);
    }

    /** Waits until the record is due; returns how late it is, in microseconds, never negative. */
    long awaitMicros(long dueMillis) {
        if (schedule == null) {
            return 0;
        }
        lastIntendedMillis = schedule.intendedMillis(dueMillis);
        long intendedNanos = (long) ((lastIntendedMillis - wallAtZeroMillis) * 1e6);
        long ahead = intendedNanos - elapsedNanos();
        while (ahead > MIN_PARK_NANOS) {
            LockSupport.parkNanos(ahead);
            ahead = intendedNanos - elapsedNanos();
        }
        return Math.max(0, TimeUnit.NANOSECONDS.toMicros(-ahead));
    }

    /** Returns planned duration / actual duration so far: 1 is on plan, less is behind it. */
    double planShare() {
        if (schedule == null) {
            return 1;
        }
        double planned = lastIntendedMillis - schedule.startMillis();
        double actual = wallAtZeroMillis + elapsedNanos() / 1e6 - schedule.startMillis();
        return actual <= planned ? 1 : planned / actual;
    }

    private long elapsedNanos() {
        return System.nanoTime() - nanosAtZero;
    }
}
