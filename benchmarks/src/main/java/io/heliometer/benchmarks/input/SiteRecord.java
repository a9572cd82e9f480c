package io.heliometer.benchmarks.input;

/**
 * One record before its partition is known.
 *
 * @param site site of the device; -1 if the device is not known
 * @param key record key: the device id; 0 if it could not be read
 * @param dueMillis received time, ms UTC; {@link #UNKNOWN_DUE} for rows without one
 * @param payload what is sent
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the payload goes out as it is.
record SiteRecord(int site, int key, long dueMillis, byte[] payload) {
    /** Stands for the due time of malformed rows that come before any good one. */
    static final long UNKNOWN_DUE = Long.MIN_VALUE;

    /** Returns this record with another due time. */
    SiteRecord dueAt(long millis) {
        return new SiteRecord(site, key, millis, payload);
    }
}
