package io.heliometer.benchmarks.transport;

/** A transport cannot be had on this machine: its trials are skipped, with the reason. */
public final class TransportUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is missing.
     *
     * @param what is missing, such as {@code no Docker daemon answers}
     * @param nextStep what the user can do
     */
    public TransportUnavailable(String what, String nextStep) {
        super(what + "; " + nextStep);
    }
}
