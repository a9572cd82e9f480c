package io.heliometer.spark.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.common.time.Lateness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The job as functions on an executor see it. Functions are serialized into every task, so they
 * carry the job file's path and open it where they run; all tasks of a process share one registry.
 *
 * @param registry the panels
 * @param panelsBySite the same, site by site
 * @param lateness the lateness rule
 * @param rules the rules of Q0
 * @param silentDevices the rule of Q6
 * @param resultsTopic where result rows go
 * @param rejectsTopic where reject rows go
 */
public record OpenJob(
        PanelRegistry registry,
        Map<Integer, List<Panel>> panelsBySite,
        Lateness lateness,
        ValidateReadings rules,
        SilentDevices silentDevices,
        String resultsTopic,
        String rejectsTopic) {
    private static final Map<String, OpenJob> OPEN = new ConcurrentHashMap<>();

    /** Returns the job of this file, loading it at the first call in this process. */
    public static OpenJob at(String jobFile) {
        return OPEN.computeIfAbsent(jobFile, OpenJob::load);
    }

    /** Returns the panels of a site; none if the site is unknown. */
    public List<Panel> panelsOf(int site) {
        return panelsBySite.getOrDefault(site, List.of());
    }

    private static OpenJob load(String jobFile) {
        try {
            Job job = Job.read(Path.of(jobFile));
            PanelRegistry registry = job.registry();
            return new OpenJob(
                    registry,
                    registry.panels().stream().collect(Collectors.groupingBy(Panel::site)),
                    job.lateness(),
                    new ValidateReadings(registry, job.horizon(), job.lateness()),
                    new SilentDevices(job.sun(), job.horizon(), registry.samplingPeriodMillis()),
                    job.resultsTopic(),
                    job.rejectsTopic());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "job file, registry and sun must be readable: " + jobFile, e);
        }
    }
}
