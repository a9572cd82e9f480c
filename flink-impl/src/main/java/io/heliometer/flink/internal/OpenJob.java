package io.heliometer.flink.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.query.ValidateReadings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The job as the worker functions see it. Functions are serialized and shipped, so they carry the
 * job file's path and open it on the worker; all subtasks of a process share one registry.
 *
 * @param job the trial's job
 * @param registry the panels
 * @param panelsByString the panels once more, by string
 * @param rules the rules of Q0
 * @param silence the rule of Q6
 */
public record OpenJob(
        Job job,
        PanelRegistry registry,
        Map<Integer, List<Panel>> panelsByString,
        ValidateReadings rules,
        SilentDevices silence) {
    private static final Map<String, OpenJob> OPEN = new ConcurrentHashMap<>();

    /** Returns the job of this file, loading it at the first call in this process. */
    public static OpenJob at(String jobFile) {
        return OPEN.computeIfAbsent(jobFile, OpenJob::load);
    }

    private static OpenJob load(String jobFile) {
        try {
            Job job = Job.read(Path.of(jobFile));
            PanelRegistry registry = job.registry();
            return new OpenJob(
                    job,
                    registry,
                    registry.panels().stream().collect(Collectors.groupingBy(Panel::string)),
                    new ValidateReadings(registry, job.horizon(), job.lateness()),
                    new SilentDevices(job.sun(), job.horizon(), registry.samplingPeriodMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "job file, registry and sun must be readable: " + jobFile, e);
        }
    }

    /** Returns the panel of a trusted reading, as the registry file has it. */
    public Panel panel(int device) {
        Panel panel = registry.find(device);
        if (panel == null) {
            throw new IllegalStateException("trusted device must be registered, was " + device);
        }
        return panel;
    }
}
