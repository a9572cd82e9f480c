package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * The score of the rows that an engine wrote, beside that of the rows that it should have written.
 *
 * @param equalToOracle whether the two are the same; of right rows they are
 * @param observed score of the engine's rows
 * @param oracle score of the oracle's rows; null where it is the same
 */
public record RulesFound(
        boolean equalToOracle, RuleScore observed, @Nullable RuleScore oracle) {

    /** Checks that the second score is there exactly if it is another one. */
    public RulesFound {
        Checks.present("observed", observed);
        if (equalToOracle != (oracle == null) || observed.equals(oracle)) {
            throw new IllegalArgumentException(
                    "oracle must be present if, and only if, it differs, was " + oracle);
        }
    }

    /** Compares the two scores. */
    public static RulesFound of(RuleScore observed, RuleScore oracle) {
        boolean equal = observed.equals(oracle);
        return new RulesFound(equal, observed, equal ? null : oracle);
    }

    /** Returns the score of the oracle's rows. */
    public RuleScore reference() {
        return oracle == null ? observed : oracle;
    }
}
