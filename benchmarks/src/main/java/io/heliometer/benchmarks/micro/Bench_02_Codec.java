package io.heliometer.benchmarks.micro;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to write a reading, as the load generator does for each record, and to read it, as
 * every engine does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("checkstyle:TypeName") // Numbered, as JMH numbers its samples.
public class Bench_02_Codec {
    private static final int READINGS = 10_000;

    private final List<PanelReading> readings = new ArrayList<>(READINGS);
    private final List<byte[]> payloads = new ArrayList<>(READINGS);

    /** Takes the first readings of a workload without disorder. */
    @Setup
    public void fill() {
        RecordCursor cursor = new SimulatedWorkload(new WorkloadSpec(
                        1, 1_600, 1, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 10, Disorder.NONE))
                .open(0);
        for (ScheduledRecord next = cursor.next();
                next != null && readings.size() < READINGS;
                next = cursor.next()) {
            PanelReading reading = ReadingCodec.decode(next.payload());
            if (reading != null) {
                readings.add(reading);
                payloads.add(next.payload());
            }
        }
    }

    /** Writes each reading. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public void encode(Blackhole blackhole) {
        for (PanelReading reading : readings) {
            blackhole.consume(ReadingCodec.encode(reading));
        }
    }

    /** Reads each payload. */
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public void decode(Blackhole blackhole) {
        for (byte[] payload : payloads) {
            blackhole.consume(ReadingCodec.arrival(payload));
        }
    }
}
