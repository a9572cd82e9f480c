package io.heliometer.flink.testkit;

import io.heliometer.common.engine.Job;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Job files for tests that start nothing. */
public final class Jobs {
    private Jobs() {}

    /** Returns a Q3 job of two workers with these settings. */
    public static Job of(Path workDir, String variant, Map<String, String> settings) {
        Map<String, String> values = new HashMap<>(Map.of(
                "query", "Q3",
                "variant", variant,
                "application.id", "test",
                "work.dir", workDir.toString(),
                "count.taskmanager", "2",
                "heap.taskmanager", "768",
                "port.jobmanager-1.rpc", "36123",
                "port.jobmanager-1.rest", "38081"));
        settings.forEach((key, value) -> values.put("setting." + key, value));
        return new Job(values);
    }
}
