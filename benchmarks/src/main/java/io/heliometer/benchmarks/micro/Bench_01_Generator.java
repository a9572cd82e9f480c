package io.heliometer.benchmarks.micro;

import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.MergedCursor;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.WorkloadSpec;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many encoded panel records a second does one thread produce: sky, panel, disorder, Protocol
 * Buffers and order of arrival included? Must stay well above what any engine drains, or the load
 * generator would be what is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("checkstyle:TypeName") // Numbered, as JMH numbers its samples.
public class Bench_01_Generator {
    private static final int BATCH = 10_000;
    private static final int MINUTES = 600;

    private static final int PARTITIONS = 4;

    /** Panels of the fleet. */
    @Param({"1600", "20000"})
    int devices;

    private SimulatedWorkload workload = workload(200, 1);
    private RecordCursor cursor = workload.open(0);
    private SimulatedWorkload parts = workload;
    private RecordCursor merged = cursor;

    private static SimulatedWorkload workload(int devices, int partitions) {
        return new SimulatedWorkload(new WorkloadSpec(
                1,
                devices,
                partitions,
                WorkloadSpec.MIDSUMMER_MORNING_MILLIS,
                MINUTES,
                Disorder.FIELD));
    }

    /** Makes the fleet. */
    @Setup
    public void open() {
        workload = workload(devices, 1);
        cursor = workload.open(0);
        parts = workload(devices, PARTITIONS);
        merged = new MergedCursor(parts);
    }

    /** Produces a batch of records; starts over at the end of the workload. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long records() {
        long bytes = 0;
        for (int i = 0; i < BATCH; i++) {
            ScheduledRecord next = cursor.next();
            if (next == null) {
                cursor = workload.open(0);
                next = Objects.requireNonNull(cursor.next());
            }
            bytes += next.payload().length;
        }
        return bytes;
    }

    /** The same from four partitions in one order, as the load generator sends them. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long mergedRecords() {
        long bytes = 0;
        for (int i = 0; i < BATCH; i++) {
            ScheduledRecord next = merged.next();
            if (next == null) {
                merged = new MergedCursor(parts);
                next = Objects.requireNonNull(merged.next());
            }
            bytes += next.payload().length;
        }
        return bytes;
    }
}
