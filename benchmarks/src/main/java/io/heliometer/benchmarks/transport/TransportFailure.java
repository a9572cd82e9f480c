package io.heliometer.benchmarks.transport;

/** The transport refused a request or did not answer in time. */
public final class TransportFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TransportFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
