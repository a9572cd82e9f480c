package io.heliometer.benchmarks.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.wire.OutputTopic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerifierTest {
    private static final List<ExpectedRow> EXPECTED =
            List.of(expected("1,0,10"), expected("1,300,20"), expected("2,0,30"));

    private static ExpectedRow expected(String row) {
        return new ExpectedRow(OutputTopic.RESULTS, row, 2, 0, 0, 0);
    }

    private static Observation seen(String row) {
        return new Observation(OutputTopic.RESULTS, 5, 6, row);
    }

    private static List<Observation> perfect() {
        return new ArrayList<>(List.of(seen("1,0,10"), seen("1,300,20"), seen("2,0,30")));
    }

    private static void assertCounts(Verdict verdict, long missing, long duplicate, long wrong) {
        assertThat(List.of(verdict.missing(), verdict.duplicate(), verdict.wrong()))
                .containsExactly(missing, duplicate, wrong);
    }

    @Test
    void sameRows_areCorrect() {
        Verdict verdict = Verifier.verify(EXPECTED, perfect());

        assertThat(verdict.correct()).isTrue();
        assertThat(verdict.matches()).hasSize(3);
        assertThat(verdict.examples()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void order_doesNotMatter(long seed) {
        List<Observation> shuffled = perfect();
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Verifier.verify(EXPECTED, shuffled).correct()).isTrue();
    }

    @Test
    void lostRow_isMissing() {
        List<Observation> rows = perfect();
        rows.remove(1);
        Verdict verdict = Verifier.verify(EXPECTED, rows);

        assertCounts(verdict, 1, 0, 0);
        assertThat(verdict.examples()).containsExactly("missing in RESULTS: 1,300,20");
    }

    @Test
    void rowWrittenTwice_isDuplicate() {
        List<Observation> rows = perfect();
        rows.add(seen("1,300,20"));
        Verdict verdict = Verifier.verify(EXPECTED, rows);

        assertCounts(verdict, 0, 1, 0);
        assertThat(verdict.examples()).containsExactly("duplicate in RESULTS: 1,300,20");
    }

    @Test
    void changedValue_isWrongAndNotMissing() {
        List<Observation> rows = perfect();
        rows.set(1, seen("1,300,21"));
        Verdict verdict = Verifier.verify(EXPECTED, rows);

        assertCounts(verdict, 0, 0, 1);
        assertThat(verdict.examples())
                .containsExactly("wrong in RESULTS: 1,300,21, expected 1,300,20");
    }

    @Test
    void rowOfUnknownKey_isWrong() {
        List<Observation> rows = perfect();
        rows.add(seen("9,0,10"));

        assertCounts(Verifier.verify(EXPECTED, rows), 0, 0, 1);
    }

    /**
     * A wrong value beside the right one: an early result that was corrected is still a wrong row.
     */
    @Test
    void secondRowOfOneKeyWithAnotherValue_isWrong() {
        List<Observation> rows = perfect();
        rows.add(seen("1,0,11"));

        assertCounts(Verifier.verify(EXPECTED, rows), 0, 0, 1);
    }

    @Test
    void rowOnTheOtherTopic_isWrongThereAndMissingHere() {
        List<Observation> rows = perfect();
        rows.set(0, new Observation(OutputTopic.REJECTS, 5, 6, "1,0,10"));

        assertCounts(Verifier.verify(EXPECTED, rows), 1, 0, 1);
    }

    @Test
    void rowExpectedTwice_mustComeTwice() {
        List<ExpectedRow> twice = List.of(expected("1,0,10"), expected("1,0,10"));

        assertThat(Verifier.verify(twice, List.of(seen("1,0,10"), seen("1,0,10")))
                        .correct())
                .isTrue();
        assertCounts(Verifier.verify(twice, List.of(seen("1,0,10"))), 1, 0, 0);
    }
}
