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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class OracleOrderTest {
    private static final Workload WORKLOAD =
            new TroubledWorkload(new SimulatedWorkload(new WorkloadSpec(
                    42, 600, 3, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 32, Disorder.FIELD)));

    /** Rows and both of their moments: the oracle only needs each partition's own order. */
    @ParameterizedTest
    @FieldSource("io.heliometer.common.oracle.Oracle#QUERIES")
    void mergedOrder_givesTheAnswerOfOnePartitionAfterTheOther(String query) {
        Oracle merged = Oracle.of(query, WORKLOAD);
        MergedCursor cursor = new MergedCursor(WORKLOAD);
        long last = Long.MIN_VALUE;
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            assertThat(next.dueMillis()).isGreaterThanOrEqualTo(last);
            last = next.dueMillis();
            merged.accept(next);
        }

        assertThat(sorted(merged.finish())).isEqualTo(sorted(Oracle.answer(query, WORKLOAD)));
    }

    @ParameterizedTest
    @FieldSource("io.heliometer.common.oracle.Oracle#QUERIES")
    void row_isNeverClosedBeforeItsLastRecordIsDue(String query) {
        List<ExpectedRow> rows = Oracle.answer(query, WORKLOAD);

        assertThat(rows)
                .allSatisfy(row -> assertThat(row.closeDueMillis())
                        .isGreaterThanOrEqualTo(row.lastDueMillis()));
    }

    private static List<String> sorted(List<ExpectedRow> rows) {
        return rows.stream().map(ExpectedRow::toString).sorted().toList();
    }

    @Test
    void closingTimes_tellAnyInstantToTheRecord() {
        ClosingTimes closing = new ClosingTimes(1);
        Random random = new Random(42);
        long[] times = new long[1_000];
        for (int i = 0; i < times.length; i++) {
            times[i] = 10L * i + random.nextInt(200);
            closing.advance(0, times[i], i);
        }

        for (long instant = 0; instant < 9_990; instant++) {
            int first = 0;
            while (times[first] < instant) {
                first++;
            }
            assertThat(closing.reachedDueMillis(instant)).as("%d", instant).isEqualTo(first);
        }
    }

    @Test
    void closingTimes_answerForTheirGrainOnly() {
        ClosingTimes closing = new ClosingTimes(100);
        closing.advance(0, 100, 1_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> closing.reachedDueMillis(50))
                .withMessage("instantMillis must be a multiple of 100, was 50");
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
