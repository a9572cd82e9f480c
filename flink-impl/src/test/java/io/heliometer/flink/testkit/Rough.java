package io.heliometer.flink.testkit;

import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;

/** Workloads on which nothing can be relied: 800 panels, four sites on four partitions. */
public final class Rough {
    /** A third of the records is lost or spoiled, so that many devices miss three in a row. */
    private static final Disorder WILD = new Disorder(
            50_000, 100_000, 50_000, 50_000, 20_000, 100_000, 150_000, 150_000, 50_000);

    /** As much delay, but so little is lost that most panels have the samples that Q5 asks for. */
    private static final Disorder WHOLE =
            new Disorder(50_000, 20_000, 20_000, 30_000, 10_000, 150_000, 200_000, 20_000, 50_000);

    private Rough() {}

    /** Returns the workload for a query that has rows whatever is lost. */
    public static Workload wild(long seed, int minutes) {
        return of(seed, minutes, WILD);
    }

    /** Returns the workload for a query that compares panels: two windows of 15 min, and more. */
    public static Workload whole(long seed) {
        return of(seed, 31, WHOLE);
    }

    private static Workload of(long seed, int minutes, Disorder disorder) {
        return new SimulatedWorkload(new WorkloadSpec(
                seed, 800, 4, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, minutes, disorder));
    }
}
