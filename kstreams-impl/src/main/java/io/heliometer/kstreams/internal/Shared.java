package io.heliometer.kstreams.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.common.time.Lateness;
import io.heliometer.kstreams.EngineSettings;

import java.io.IOException;

/**
 * What all tasks of an instance share, loaded once: immutable, but for a counter.
 *
 * @param registry the version of each panel that is known when the run starts
 * @param sun when the sun is up
 * @param horizon the event-time span of the run
 * @param lateness the lateness rule
 * @param partitions of the panel topic
 * @param settings this engine's knobs
 * @param dropped counts accepted records that were lost as late
 */
public record Shared(
        PanelRegistry registry,
        SunTable sun,
        Horizon horizon,
        Lateness lateness,
        int partitions,
        EngineSettings settings,
        DroppedRecords dropped) {
    /**
     * Loads the files of a job.
     *
     * @throws IOException if one cannot be read
     */
    public static Shared of(Job job, EngineSettings settings, DroppedRecords dropped)
            throws IOException {
        return new Shared(
                job.registry(),
                job.sun(),
                job.horizon(),
                job.lateness(),
                job.partitions(),
                settings,
                dropped);
    }

    /** Returns the rules of Q0. */
    public ValidateReadings rules() {
        return new ValidateReadings(registry, horizon, lateness);
    }
}
