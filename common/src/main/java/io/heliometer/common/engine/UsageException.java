package io.heliometer.common.engine;

/** A wrong argument, job or setting: the message names the thing, the rule and the next step. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses what the user asked for.
     *
     * @param message for the user, without a stack trace
     */
    public UsageException(String message) {
        super(message);
    }
}
