package io.heliometer.benchmarks.load;

import java.util.Arrays;

/**
 * Turns progress through the records into progress through the time of a trial, by the profile's
 * rate: the inverse of its integral. A table of slices of equal time, so the rate is constant
 * within a slice. Pure and immutable. Laws: strictly increasing, 0 to 0, 1 to 1.
 */
final class Progress {
    /** Divisible by 1 to 10 and more, so that levels and bursts begin with a slice. */
    private static final int SLICES = 5_040;

    private final double[] recordsAt = new double[SLICES + 1];

    Progress(LoadProfile profile) {
        for (int slice = 0; slice < SLICES; slice++) {
            recordsAt[slice + 1] = recordsAt[slice] + profile.rate((slice + 0.5) / SLICES);
        }
        double all = recordsAt[SLICES];
        for (int slice = 0; slice <= SLICES; slice++) {
            recordsAt[slice] /= all;
        }
    }

    /**
     * Returns the share of the time after which a share of the records should have been sent.
     *
     * @param records 0 to 1
     */
    double time(double records) {
        int found = Arrays.binarySearch(recordsAt, records);
        if (found >= 0) {
            return (double) found / SLICES;
        }
        int slice = -found - 2;
        double within = (records - recordsAt[slice]) / (recordsAt[slice + 1] - recordsAt[slice]);
        return (slice + within) / SLICES;
    }
}
