package io.heliometer.benchmarks.input;

/**
 * A span without records of some devices; nothing is invented to fill it.
 *
 * @param fromMillis end of the last sampling interval before it, ms UTC
 * @param toMillis start of the first sampling interval after it, ms UTC
 * @param deviceCount how many devices have exactly this gap
 */
public record Gap(long fromMillis, long toMillis, int deviceCount) {
    /** Returns to - from, ms. */
    public long lengthMillis() {
        return toMillis - fromMillis;
    }
}
