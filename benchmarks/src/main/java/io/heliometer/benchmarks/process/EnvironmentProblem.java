package io.heliometer.benchmarks.process;

/**
 * The machine, not the code, stands in the way, and the user can do something about it.
 *
 * <p>The command line prints the message and ends with {@link #EXIT_CODE}.
 */
public final class EnvironmentProblem extends RuntimeException {
    /** The exit code of the command line for this problem. */
    public static final int EXIT_CODE = 3;

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String rule;
    private final String nextStep;

    /**
     * Describes the problem in three short sentences without a final full stop.
     *
     * @param what what was found, with its value
     * @param rule what must hold instead
     * @param nextStep what the user can do next
     */
    public EnvironmentProblem(String what, String rule, String nextStep) {
        super(what + "; " + rule + ". Next step: " + nextStep);
        this.what = what;
        this.rule = rule;
        this.nextStep = nextStep;
    }

    /** Returns what was found. */
    public String what() {
        return what;
    }

    /** Returns what must hold instead. */
    public String rule() {
        return rule;
    }

    /** Returns what the user can do next. */
    public String nextStep() {
        return nextStep;
    }
}
