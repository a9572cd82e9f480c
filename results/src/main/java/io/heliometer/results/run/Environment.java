package io.heliometer.results.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine that a run ran on.
 *
 * @param os name and version
 * @param arch such as {@code amd64}
 * @param cpuModel as the system names it; null if unknown
 * @param cpus CPUs that the harness could use
 * @param memoryMiB physical memory, or the container's limit; null if unknown
 * @param jdk vendor and version of the JDK that ran harness and engines
 * @param cpuSplit which CPUs the engine had and which everything else had, as a text
 * @param loadAverageBefore one-minute load average before the first trial; null if unknown
 * @param loadAverageAfter the same after the last trial
 * @param notes anything else that a reader should know, one sentence each
 */
public record Environment(
        String os,
        String arch,
        @Nullable String cpuModel,
        int cpus,
        @Nullable Long memoryMiB,
        String jdk,
        @Nullable String cpuSplit,
        @Nullable Double loadAverageBefore,
        @Nullable Double loadAverageAfter,
        List<String> notes) {

    /** Checks what must be there and copies the notes. */
    public Environment {
        Checks.text("os", os);
        Checks.text("arch", arch);
        Checks.atLeast(1, "cpus", cpus);
        Checks.text("jdk", jdk);
        notes = List.copyOf(Checks.present("notes", notes));
    }

    /** Returns a copy with the load average of the end. */
    public Environment withLoadAverageAfter(@Nullable Double after) {
        return new Environment(
                os,
                arch,
                cpuModel,
                cpus,
                memoryMiB,
                jdk,
                cpuSplit,
                loadAverageBefore,
                after,
                notes);
    }
}
