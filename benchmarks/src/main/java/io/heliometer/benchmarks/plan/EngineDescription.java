package io.heliometer.benchmarks.plan;

import java.util.List;

/**
 * What an engine module says about itself in {@code engine.json}; the harness reads it as data and
 * never loads a class of the engine.
 *
 * @param schemaVersion 1
 * @param name as on the command line, such as {@code flink}
 * @param title for people
 * @param version of the engine
 * @param transport such as {@code kafka}
 * @param guarantee what the engine claims, such as {@code exactly-once}: a hypothesis until the
 *     oracle agrees
 * @param queries it supports, such as {@code Q0}
 * @param variants of its settings
 * @param roles in start order
 */
public record EngineDescription(
        int schemaVersion,
        String name,
        String title,
        String version,
        String transport,
        String guarantee,
        List<String> queries,
        List<String> variants,
        List<RoleDescription> roles) {
    /** The only schema version there is. */
    public static final int SCHEMA_VERSION = 1;

    public EngineDescription {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException(
                    "schemaVersion must be " + SCHEMA_VERSION + ", was " + schemaVersion);
        }
        queries = List.copyOf(queries);
        variants = List.copyOf(variants);
        roles = List.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles must not be empty, engine " + name);
        }
    }

    /**
     * One kind of process of an engine.
     *
     * @param name such as {@code worker}; processes are called {@code worker-1}, {@code worker-2}
     * @param kind {@code coordinator} or {@code worker}, for the faults
     * @param count how many
     * @param heapMiB maximum heap, MiB
     * @param jvmFlags what this engine's JVM cannot do without
     * @param ports names of loopback ports that the harness picks, one each per process
     */
    public record RoleDescription(
            String name,
            String kind,
            int count,
            int heapMiB,
            List<String> jvmFlags,
            List<String> ports) {
        public RoleDescription {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "count must be >= 1, was " + count + " for role " + name);
            }
            jvmFlags = List.copyOf(jvmFlags);
            ports = List.copyOf(ports);
        }
    }
}
