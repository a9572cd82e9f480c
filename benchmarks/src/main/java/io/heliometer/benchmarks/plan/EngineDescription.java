package io.heliometer.benchmarks.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param variantQueries queries of a variant that does not support all
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
        @Nullable Map<String, List<String>> variantQueries,
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
        variantQueries = variantQueries == null ? Map.of() : Map.copyOf(variantQueries);
        roles = List.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles must not be empty, engine " + name);
        }
    }

    /** Returns why the engine does not do this; empty if it does. */
    public Optional<String> refusal(String query, String variant) {
        if (!variants.contains(variant)) {
            return Optional.of(name + " has no variant " + variant + ", only " + variants);
        }
        List<String> supported =
                Objects.requireNonNull(variantQueries).getOrDefault(variant, queries);
        return supported.contains(query)
                ? Optional.empty()
                : Optional.of(name + " does not declare " + query + " in variant " + variant);
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

        /** Returns whether its processes do the work, as those do that a fault may hit. */
        boolean works() {
            return kind.equals("worker");
        }
    }
}
