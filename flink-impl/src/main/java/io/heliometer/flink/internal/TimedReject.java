package io.heliometer.flink.internal;

/**
 * A reject on its way to be counted. Its time is a field, as Flink's timestamp of a rejected record
 * says that there is none.
 *
 * @param key what it is counted under
 * @param receivedTimeMillis when its gateway received it, ms UTC
 */
public record TimedReject(CountedReject key, long receivedTimeMillis) {}
