package io.heliometer.flink.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.workload.Workload;
import io.heliometer.flink.internal.EngineDropped;
import java.nio.file.Path;
import java.util.List;

/** What every query must show: the right rows on both topics, and nothing dropped as late. */
public final class GoldenRun {
    private GoldenRun() {}

    /** Fails unless the query gives exactly the rows of the golden case. */
    public static void assertGolden(
            String query, GoldenCase golden, String variant, int parallelism, Path folder)
            throws Exception {
        long droppedBefore = EngineDropped.count();

        CollectingSink sink = InProcess.run(
                InProcess.job(query, variant, golden, folder), golden, folder, parallelism);

        assertThat(sink.rows(OutputTopic.RESULTS)).isEqualTo(golden.results());
        assertThat(sink.rows(OutputTopic.REJECTS)).isEqualTo(golden.rejects());
        assertThat(EngineDropped.count()).isEqualTo(droppedBefore);
    }

    /** Fails unless the sink holds exactly the rows that the oracle expects, and there are some. */
    public static void assertOracle(String query, Workload workload, CollectingSink sink) {
        List<ExpectedRow> expected = Oracle.answer(query, workload);

        for (OutputTopic topic : OutputTopic.values()) {
            assertThat(sink.rows(topic))
                    .as("%s of %s", topic, query)
                    .isEqualTo(expected.stream()
                            .filter(row -> row.topic() == topic)
                            .map(ExpectedRow::row)
                            .sorted()
                            .toList());
        }
    }
}
