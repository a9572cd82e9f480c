package io.heliometer.kstreams;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.RegistryFile;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.kstreams.internal.DroppedRecords;
import io.heliometer.kstreams.internal.WindowKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task in the test's own process: {@link TopologyTestDriver} plays exactly one, which is one
 * input partition, so a case with two partitions takes two of these.
 */
public final class TestTask implements AutoCloseable {
    private final TopologyTestDriver driver;
    private final DroppedRecords dropped = new DroppedRecords();
    private final TestInputTopic<Integer, byte[]> panel;
    private final TestOutputTopic<byte[], String> results;
    private final TestOutputTopic<byte[], String> rejects;

    /**
     * Starts a task.
     *
     * @param golden whose registry and horizon are used
     * @param query such as Q3
     * @param variant default or tuned
     * @param folder for the registry and the state, this task's own
     */
    public TestTask(GoldenCase golden, String query, String variant, Path folder)
            throws IOException {
        Job job = job(golden, query, variant, folder);
        EngineSettings settings = EngineSettings.of(job);
        driver = new TopologyTestDriver(
                Topology.of(job, settings, dropped),
                settings.streamsConfig(new Role("instance-1", job)));
        panel = driver.createInputTopic(
                job.panelTopic(), new IntegerSerializer(), new ByteArraySerializer());
        results = driver.createOutputTopic(
                job.resultsTopic(), new ByteArrayDeserializer(), new StringDeserializer());
        rejects = driver.createOutputTopic(
                job.rejectsTopic(), new ByteArrayDeserializer(), new StringDeserializer());
    }

    static Job job(GoldenCase golden, String query, String variant, Path folder)
            throws IOException {
        Path registry = folder.resolve("registry.bin");
        RegistryFile.write(golden.registry(), registry);
        Map<String, String> values = new HashMap<>();
        values.put("query", query);
        values.put("variant", variant);
        values.put("application.id", "golden");
        values.put("bootstrap.servers", "127.0.0.1:1");
        values.put("topic.panel", "panel");
        values.put("topic.results", "results");
        values.put("topic.rejects", "rejects");
        values.put("partitions", Integer.toString(golden.partitions()));
        values.put("horizon.start", Long.toString(golden.horizon().startMillis()));
        values.put("horizon.end", Long.toString(golden.horizon().endMillis()));
        values.put("lateness", "120000");
        values.put("registry.file", registry.toString());
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

    /**
     * Fills the store from another task's, as restoring it from the changelog would after a crash.
     */
    public void restoreFrom(TestTask dead, String storeName) {
        KeyValueStore<WindowKey, Object> own = driver.getKeyValueStore(storeName);
        KeyValueStore<WindowKey, Object> theirs = dead.driver.getKeyValueStore(storeName);
        try (KeyValueIterator<WindowKey, Object> all = theirs.all()) {
            while (all.hasNext()) {
                KeyValue<WindowKey, Object> entry = all.next();
                own.put(entry.key, entry.value);
            }
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
