package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.plan.EngineDescription.RoleDescription;
import io.heliometer.benchmarks.process.FreePorts;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.wire.RegistryFile;
import io.heliometer.common.wire.SunFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what the roles of one trial read: the job and the registry. */
final class JobFile {
    private JobFile() {}

    /**
     * Returns the heap of a role: workers have the suite's, so that it is equal for all engines.
     */
    static int heapMiB(Suite suite, RoleDescription role) {
        return role.works() ? suite.positive("worker.heap.mib") : role.heapMiB();
    }

    /** Returns the name of the engine's application, unique per trial. */
    static String applicationId(TrialSpec spec) {
        return "heliometer-" + spec.id();
    }

    /** Writes job and registry into the trial's folder; returns the job's file. */
    static Path write(TrialContext context, TrialSpec spec, TrialTopics topics, Path folder)
            throws IOException {
        Path registry = folder.resolve("registry.bin");
        RegistryFile.write(spec.input().workload().registry(), registry);
        Path sun = folder.resolve("sun.bin");
        SunFile.write(spec.input().workload().sun(), sun);
        Horizon horizon = spec.input().workload().horizon();
        Map<String, String> values = new TreeMap<>();
        values.put("query", spec.query());
        values.put("variant", context.variant());
        values.put("application.id", applicationId(spec));
        values.putAll(context.transport(spec).address().values());
        values.put("topic.panel", topics.panel());
        values.put("topic.results", topics.results());
        values.put("topic.rejects", topics.rejects());
        values.put("partitions", Integer.toString(spec.input().workload().partitions()));
        values.put("horizon.start", Long.toString(horizon.startMillis()));
        values.put("horizon.end", Long.toString(horizon.endMillis()));
        values.put("lateness", Long.toString(Lateness.SPEC.allowedMillis()));
        values.put("registry.file", registry.toString());
        values.put("sun.file", sun.toString());
        values.put("work.dir", Files.createDirectories(folder.resolve("engine")).toString());
        addRoles(context.suite(), spec.engine().description().roles(), values);
        context.overridesOf(spec.engine().name())
                .forEach((key, value) -> values.put("setting." + key, value));
        Path file = folder.resolve("job.properties");
        new Job(values).write(file);
        return file;
    }

    private static void addRoles(
            Suite suite, List<RoleDescription> roles, Map<String, String> values) {
        int portCount = roles.stream()
                .mapToInt(role -> role.count() * role.ports().size())
                .sum();
        Iterator<Integer> ports = portCount == 0
                ? List.<Integer>of().iterator()
                : FreePorts.find(portCount).iterator();
        for (RoleDescription role : roles) {
            values.put("count." + role.name(), Integer.toString(role.count()));
            values.put("heap." + role.name(), Integer.toString(heapMiB(suite, role)));
            for (int index = 1; index <= role.count(); index++) {
                for (String port : role.ports()) {
                    values.put(
                            "port." + role.name() + "-" + index + "." + port,
                            ports.next().toString());
                }
            }
        }
    }
}
