package io.heliometer.flink.internal;

/**
 * A reject of a registered device; also the key under which it is counted.
 *
 * @param site the device's site
 * @param reasonCode why it was rejected
 */
public record CountedReject(int site, int reasonCode) {}
