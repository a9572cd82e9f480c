package io.heliometer.kstreams;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.common.wire.RegistryFile;
import io.heliometer.common.wire.SunFile;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import io.heliometer.kstreams.internal.DroppedRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One task in the test's own process: {@link TopologyTestDriver} plays exactly one, which is one
 * input partition, so a workload with two partitions takes two of these.
 */
public final class TestTask implements AutoCloseable {
    /**
     * What a task computes.
     *
     * @param workload whose registry, sun and horizon are used
     * @param query such as Q3
     * @param variant default or tuned
     */
    public record Plan(Workload workload, String query, String variant) {}

    private final TopologyTestDriver driver;
    private final TestLife life;
    private final DroppedRecords dropped = new DroppedRecords();
    private final TestInputTopic<Integer, byte[]> panel;
    private final TestOutputTopic<byte[], String> results;
    private final TestOutputTopic<byte[], String> rejects;

    /**
     * Starts a task.
     *
     * @param folder for the registry and the state, this task's own
     * @param dead whose stores are restored first, as from the changelog after a crash, or null
     */
    public TestTask(Plan plan, int partition, Path folder, @Nullable TestTask dead)
            throws IOException {
        Job job = job(plan, folder);
        EngineSettings settings = EngineSettings.of(job);
        Properties config = settings.streamsConfig(new Role("instance-1", job));
        life = new TestLife(partition, dead);
        var topology = life.topology(config);
        Topology.addTo(topology, job, settings, dropped);
        driver = new TopologyTestDriver(topology, config);
        panel = driver.createInputTopic(
                job.panelTopic(), new IntegerSerializer(), new ByteArraySerializer());
        results = driver.createOutputTopic(
                job.resultsTopic(), new ByteArrayDeserializer(), new StringDeserializer());
        rejects = driver.createOutputTopic(
                job.rejectsTopic(), new ByteArrayDeserializer(), new StringDeserializer());
    }

    static Job job(Plan plan, Path folder) throws IOException {
        Workload workload = plan.workload();
        Path registry = folder.resolve("registry.bin");
        RegistryFile.write(workload.registry(), registry);
        Path sun = folder.resolve("sun.bin");
        SunFile.write(workload.sun(), sun);
        Map<String, String> values = new HashMap<>();
        values.put("query", plan.query());
        values.put("variant", plan.variant());
        values.put("application.id", "golden");
        values.put("bootstrap.servers", "127.0.0.1:1");
        values.put("topic.panel", "panel");
        values.put("topic.results", "results");
        values.put("topic.rejects", "rejects");
        values.put("partitions", Integer.toString(workload.partitions()));
        values.put("horizon.start", Long.toString(workload.horizon().startMillis()));
        values.put("horizon.end", Long.toString(workload.horizon().endMillis()));
        values.put("lateness", "120000");
        values.put("registry.file", registry.toString());
        values.put("sun.file", sun.toString());
        values.put("work.dir", folder.toString());
        return new Job(values);
    }

    /** Processes one record. */
    public void accept(ScheduledRecord scheduled) {
        panel.pipeInput(scheduled.key(), scheduled.payload(), scheduled.dueMillis());
    }

    /** Returns the rows written to the results topic since the last call. */
    public List<String> results() {
        return results.readValuesToList();
    }

    /** Returns the rows written to the rejects topic since the last call. */
    public List<String> rejects() {
        return rejects.readValuesToList();
    }

    /** Returns how many accepted records were dropped as late. */
    public long droppedCount() {
        return dropped.count();
    }

    /** Starts all processors again on the stores as they are. */
    public void revive() {
        life.revive();
    }

    /** Returns a store of the task. */
    public KeyValueStore<Object, Object> store(String name) {
        return driver.getKeyValueStore(name);
    }

    @Override
    public void close() {
        driver.close();
    }
}
