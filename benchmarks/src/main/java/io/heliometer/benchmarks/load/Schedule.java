package io.heliometer.benchmarks.load;

/**
 * When each record should be sent: {@code start + (due - origin) / speedup}. Open loop: it never
 * asks how the engine or the broker is doing.
 *
 * @param startMillis wall clock at the origin, ms UTC
 * @param originMillis the run's own time at the start, ms
 * @param speedup how many times faster than its own time the run goes
 */
public record Schedule(long startMillis, long originMillis, double speedup) {
    public Schedule {
        if (!(speedup > 0)) {
            throw new IllegalArgumentException("speedup must be > 0, was " + speedup);
        }
    }

    /** Returns the intended wall-clock time of a record, ms UTC. */
    public double intendedMillis(long dueMillis) {
        return startMillis + (dueMillis - originMillis) / speedup;
    }
}
