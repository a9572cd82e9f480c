package io.heliometer.common.wire;

/** The two topics an engine writes. */
public enum OutputTopic {
    /** One CSV row per result. */
    RESULTS,
    /** One CSV row per record that cannot be trusted. */
    REJECTS
}
