package io.heliometer.flink.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.ValidateReadings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The job as the worker functions see it. Functions are serialized and shipped, so they carry the
 * job file's path and open it on the worker; all subtasks of a process share one registry.
 *
 * @param job the trial's job
 * @param registry the panels
 * @param rules the rules of Q0
 */
public record OpenJob(Job job, PanelRegistry registry, ValidateReadings rules) {
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
                    job, registry, new ValidateReadings(registry, job.horizon(), job.lateness()));
        } catch (IOException e) {
            throw new UncheckedIOException("job file and registry must be readable: " + jobFile, e);
        }
    }
}
