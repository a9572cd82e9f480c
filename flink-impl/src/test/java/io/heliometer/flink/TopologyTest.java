package io.heliometer.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.WorkloadSpec;
import io.heliometer.flink.internal.ResumeOffsets;
import io.heliometer.flink.testkit.CollectingSink;
import io.heliometer.flink.testkit.InProcess;
import io.heliometer.flink.testkit.RecordSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Flink makes of the topology; generic types are off, so a graph without Kryo comes out. */
final class TopologyTest {
    @TempDir
    Path folder;

    private StreamGraph graph(String query) throws IOException {
        SimulatedWorkload workload = new SimulatedWorkload(new WorkloadSpec(
                1, 100, 1, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 1, Disorder.NONE));
        Job job = InProcess.job(query, "default", workload, folder);
        Path jobFile = folder.resolve("job.properties");
        job.write(jobFile);
        EngineSettings settings = EngineSettings.of(job);
        StreamExecutionEnvironment environment =
                new StreamExecutionEnvironment(Configuration.fromMap(settings.flinkOptions()));
        environment.setParallelism(2);
        RecordSource source = new RecordSource(1, List.of(), new ResumeOffsets(), null);
        new Topology(source, new CollectingSink(0, 2))
                .addTo(environment, jobFile.toString(), settings);
        return environment.getStreamGraph();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q0", "Q1", "Q2", "Q3", "Q5", "Q6", "M"})
    void everyOperator_hasAUid(String query) throws IOException {
        assertThat(graph(query).getStreamNodes())
                .allSatisfy(node -> assertThat(node.getTransformationUID())
                        .as(node.getOperatorName())
                        .isNotNull());
    }

    @Test
    void plantMonitor_isOneTaskBehindTheShuffle() throws IOException {
        List<String> tasks = StreamSupport.stream(
                        graph("M").getJobGraph().getVertices().spliterator(), false)
                .map(JobVertex::getName)
                .toList();

        assertThat(tasks)
                .filteredOn(name -> name.startsWith("deduplicate-readings"))
                .singleElement()
                .asString()
                .contains("enrich-readings", "string-rollup", "peer-comparison", "silent-devices");
        assertThat(tasks).as("%s", tasks).hasSize(5);
    }

    @Test
    void source_hasNoMoreSubtasksThanPartitions() throws IOException {
        assertThat(graph("M").getStreamNodes())
                .filteredOn(node -> node.getOperatorName().contains("panel-readings"))
                .extracting(StreamNode::getParallelism)
                .containsExactly(1);
    }

    @Test
    void unknownQuery_isRefused() {
        assertThatThrownBy(() -> graph("Q4"))
                .isInstanceOf(UsageException.class)
                .hasMessage("query must be one of Q0, Q1, Q2, Q3, Q5, Q6, M, was Q4");
    }
}
