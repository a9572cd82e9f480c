package io.heliometer.spark.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.ValidateReadings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The job as functions on an executor see it. Functions are serialized into every task, so they
 * carry the job file's path and open it where they run; all tasks of a process share one registry.
 *
 * @param registry the panels
 * @param rules the rules of Q0
 * @param resultsTopic where result rows go
 * @param rejectsTopic where reject rows go
 */
public record OpenJob(
        PanelRegistry registry, ValidateReadings rules, String resultsTopic, String rejectsTopic) {
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
                    registry,
                    new ValidateReadings(registry, job.horizon(), job.lateness()),
                    job.resultsTopic(),
                    job.rejectsTopic());
        } catch (IOException e) {
            throw new UncheckedIOException("job file and registry must be readable: " + jobFile, e);
        }
    }
}
