package io.heliometer.benchmarks.load;

/**
 * When each record should be sent: {@code start + (due - origin) / speedup} at a constant rate.
 * Another profile bends this between the origin and the end of the horizon, and meets it at both.
 * Open loop: it never asks how the engine or the broker is doing. The generator and everything that
 * is measured use this one mapping.
 */
public final class Schedule {
    private final long startMillis;
    private final long originMillis;
    private final long lengthMillis;
    private final double speedup;
    private final LoadProfile profile;
    private final Progress progress;

    /**
     * Plans a load at a constant rate.
     *
     * @param startMillis wall clock at the origin, ms UTC
     * @param originMillis the run's own time at the start, ms
     * @param speedup how many times faster than its own time the run goes
     */
    public Schedule(long startMillis, long originMillis, double speedup) {
        this(startMillis, originMillis, 1, speedup, LoadProfile.CONSTANT);
    }

    /**
     * Plans a load.
     *
     * @param startMillis wall clock at the origin, ms UTC
     * @param originMillis the run's own time at the start, ms
     * @param lengthMillis how much of the run's own time the profile covers, ms; what is due before
     *     or after follows the speedup
     * @param speedup how many times faster than its own time the run goes, on average
     * @param profile how the rate goes
     */
    public Schedule(
            long startMillis,
            long originMillis,
            long lengthMillis,
            double speedup,
            LoadProfile profile) {
        if (!(speedup > 0)) {
            throw new IllegalArgumentException("speedup must be > 0, was " + speedup);
        }
        if (lengthMillis < 1) {
            throw new IllegalArgumentException("lengthMillis must be >= 1, was " + lengthMillis);
        }
        this.startMillis = startMillis;
        this.originMillis = originMillis;
        this.lengthMillis = lengthMillis;
        this.speedup = speedup;
        this.profile = profile;
        this.progress = new Progress(profile);
    }

    /** Returns the wall clock at the origin, ms UTC. */
    public long startMillis() {
        return startMillis;
    }

    /** Returns the intended wall-clock time of a record, ms UTC. */
    public double intendedMillis(long dueMillis) {
        long sinceOrigin = dueMillis - originMillis;
        if (profile.shape() == LoadProfile.Shape.CONSTANT
                || sinceOrigin < 0
                || sinceOrigin > lengthMillis) {
            return startMillis + sinceOrigin / speedup;
        }
        double share = progress.time((double) sinceOrigin / lengthMillis);
        return startMillis + share * lengthMillis / speedup;
    }
}
