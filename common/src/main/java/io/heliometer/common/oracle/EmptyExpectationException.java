package io.heliometer.common.oracle;

/** The input gives a query nothing to write, so a trial on it would prove nothing. */
public final class EmptyExpectationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmptyExpectationException(String query) {
        super("expected rows of " + query + " must not be empty: use a longer run; Q5 needs a full"
                + " quarter of an hour of daylight and five panels on a string, Q6 and recorded"
                + " data need site.<id>.latitude.degrees and .longitude.degrees");
    }
}
