package io.heliometer.common.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.MergedCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OracleOrderTest {
    private static final Workload WORKLOAD = new SimulatedWorkload(new WorkloadSpec(
            42, 600, 3, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 12, Disorder.FIELD));

    /** Rows and both of their moments: the oracle only needs each partition's own order. */
    @ParameterizedTest
    @ValueSource(strings = {"Q0", "Q3"})
    void mergedOrder_givesTheAnswerOfOnePartitionAfterTheOther(String query) {
        Oracle merged = Oracle.of(query, WORKLOAD);
        MergedCursor cursor = new MergedCursor(WORKLOAD);
        long last = Long.MIN_VALUE;
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            assertThat(next.dueMillis()).isGreaterThanOrEqualTo(last);
            last = next.dueMillis();
            merged.accept(next);
        }

        assertThat(merged.finish())
                .containsExactlyInAnyOrderElementsOf(Oracle.answer(query, WORKLOAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q0", "Q3"})
    void row_isNeverClosedBeforeItsLastRecordIsDue(String query) {
        List<ExpectedRow> rows = Oracle.answer(query, WORKLOAD);

        assertThat(rows)
                .allSatisfy(row -> assertThat(row.closeDueMillis())
                        .isGreaterThanOrEqualTo(row.lastDueMillis()));
    }

    @Test
    void closingTimes_needAnEndOfStreamMarker() {
        ClosingTimes closing = new ClosingTimes(100);
        closing.advance(0, 100, 1_000);
        closing.advance(1, 99, 2_000);

        assertThatThrownBy(() -> closing.reachedDueMillis(100))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingTimes_waitForTheSlowestPartition() {
        ClosingTimes closing = new ClosingTimes(100);
        closing.advance(0, 100, 1_000);
        closing.advance(1, 99, 2_000);
        closing.advance(1, 250, 3_000);
        closing.advance(1, 120, 4_000);

        assertThat(closing.reachedDueMillis(100)).isEqualTo(3_000);
    }

    @Test
    void keyOf_isTheLeadingColumnsWithTheirCommas() {
        assertThat(ExpectedRow.keyOf("7,300000,5", 2)).isEqualTo("7,300000,");
        assertThat(ExpectedRow.keyOf("7,300000", 2)).isEqualTo("7,300000");
        assertThat(ExpectedRow.keyOf("7,300000", 0)).isEmpty();
    }

    @Test
    void query_mustBeKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Oracle.of("Q9", WORKLOAD))
                .withMessage("query must be one of Q0, Q1, Q2, Q3, Q5, Q6, M, was Q9");
    }
}
