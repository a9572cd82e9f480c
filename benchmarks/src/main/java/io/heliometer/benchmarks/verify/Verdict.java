package io.heliometer.benchmarks.verify;

import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.common.oracle.ExpectedRow;

import java.util.List;

/**
 * What the oracle found. A row written twice, a row missing and a row with a wrong value are three
 * different things.
 *
 * @param expected rows expected
 * @param missing expected rows that are absent and that no wrong row stands for
 * @param duplicate rows more often than expected
 * @param wrong rows that were never expected: a wrong value, or a key that should not be there
 * @param examples the first of each kind, for people
 * @param matches each expected row with the observation that met it
 */
public record Verdict(
        long expected,
        long missing,
        long duplicate,
        long wrong,
        List<String> examples,
        List<Match> matches) {
    public Verdict {
        examples = List.copyOf(examples);
        matches = List.copyOf(matches);
    }

    /** An expected row that was observed. */
    public record Match(ExpectedRow expected, Observation observed) {}

    /** Returns whether the output is exactly what the oracle computes. */
    public boolean correct() {
        return missing == 0 && duplicate == 0 && wrong == 0;
    }
}
