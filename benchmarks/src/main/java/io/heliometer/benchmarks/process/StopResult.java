package io.heliometer.benchmarks.process;

/** How a child came to its end when it was told to stop. */
public enum StopResult {
    /** It had ended before. */
    ALREADY_ENDED,
    /** It ended within its grace time after SIGTERM. */
    STOPPED,
    /** It did not heed SIGTERM and was killed. */
    KILLED
}
