package io.heliometer.results;

import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.Environment;
import io.heliometer.results.run.LatencyMillis;
import io.heliometer.results.run.Load;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.Percentiles;
import io.heliometer.results.run.Resources;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.SendDelayMillis;
import io.heliometer.results.run.Throughput;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.run.TrialRecordBuilder;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An invented run of two engines, two queries and both kinds, with one bad and one noisy trial. */
public final class Fixture {
    public static final String RUN = "2026-01-02-quick";
    public static final Instant START = Instant.parse("2026-01-02T10:00:00Z");
    public static final String HOSTILE = "row </script><script>alert(1)</script> | <b>";

    private Fixture() {}

    public static RunRecord run() {
        return new RunRecord(
                RunRecord.SCHEMA_VERSION,
                RUN,
                START,
                START.plusSeconds(612),
                "0.1.0",
                null,
                "quick",
                42,
                "./heliometer run --suite quick --engines flink,kstreams --seed 42",
                environment(),
                Map.of("kafka", "4.3.1", "flink", "2.3.0", "kstreams", "4.3.1"),
                Map.of(
                        "flink", Map.of("checkpoint.interval.millis", "1000", "parallelism", "1"),
                        "kstreams", Map.of("commit.interval.millis", "100", "stream.threads", "1")),
                Map.of("flink", List.of("checkpoint.interval.millis")),
                Map.of("devices", "1,000", "seed", "42", "disorder", "up to 90 s"),
                Map.of(),
                false,
                8);
    }

    public static Environment environment() {
        return new Environment(
                "Linux 6.1",
                "amd64",
                "Example CPU @ 2.50GHz",
                2,
                8192L,
                "Temurin 17.0.15",
                "engine: 1; broker, generator, observer: 0",
                0.42,
                1.73,
                List.of("perf is not available: no hardware counters."));
    }

    public static List<TrialRecord> trials() {
        return List.of(
                drain("flink", "Q0", 812_345, 3.81).build(),
                drain("kstreams", "Q0", 495_530, 4.4).build(),
                drain("flink", "Q3", 401_200, 5.02).build(),
                drain("kstreams", "Q3", 388_000, 6.1)
                        .outcome(Outcome.INCORRECT, "3 rows missing, 1 duplicate, 2 wrong.")
                        .correctness(
                                new Correctness(1_440L, 3L, 1L, 2L, 0L),
                                List.of("missing 17,1767348000000,300,12", HOSTILE))
                        .build(),
                openLoop("flink", "Q0", 1, 1).build(),
                openLoop("kstreams", "Q0", 2.2, 1)
                        .outcome(Outcome.GENERATOR_LIMITED, "send delay p99 was 48.0 ms, limit 20")
                        .sendDelayMillis(new SendDelayMillis(1.9, 48.0))
                        .build(),
                openLoop("kstreams", "Q0", 2, 2).build(),
                openLoop("flink", "Q3", 9.7, 1).build(),
                openLoop("kstreams", "Q3", 4.1, 1).build());
    }

    public static TrialRecordBuilder drain(
            String engine, String query, double recordsPerSecond, double cpuPerMillion) {
        double seconds = 3_000_000 / recordsPerSecond;
        return base(engine, query, TrialRecord.DRAIN, 1)
                .load(TrialRecord.DRAIN, new Load(1_000L, null, null, 3_000_000L, 44.5))
                .throughput(new Throughput(3_000_000L, seconds, recordsPerSecond))
                .resources(new Resources(cpuPerMillion * 3, cpuPerMillion, 911.5, 4.2));
    }

    public static TrialRecordBuilder openLoop(
            String engine, String query, double factor, int attempt) {
        return paced(base(engine, query, TrialRecord.OPEN_LOOP, attempt), factor);
    }

    /** Sets a load on a schedule and delays that are a multiple of some usual ones. */
    public static TrialRecordBuilder paced(TrialRecordBuilder trial, double factor) {
        return trial.load(TrialRecord.OPEN_LOOP, new Load(1_000L, 5_000.0, 60.0, 300_000L, 44.5))
                .latencyMillis(new LatencyMillis(
                        percentiles(2_000 + factor * 40, 0),
                        percentiles(factor * 12.3, 0),
                        percentiles(factor * 3.1, 2)))
                .sendDelayMillis(new SendDelayMillis(0.12, 1.4))
                .resources(new Resources(factor * 4, factor * 13.4, 742.25, null));
    }

    /** Starts a trial that completed; what it is makes its id. */
    public static TrialRecordBuilder base(String engine, String query, String what, int attempt) {
        String id = String.join("-", "b1", engine, query, what, "a" + attempt);
        return TrialRecord.builder(RUN, id)
                .block(1, attempt)
                .engine(engine, engine.equals("flink") ? "2.3.0" : "4.3.1", "default")
                .guarantee(TrialRecord.EXACTLY_ONCE)
                .query(query, "kafka")
                .outcome(Outcome.COMPLETED, null)
                .correctness(new Correctness(1_440L, 0L, 0L, 0L, 0L), List.of())
                .inputDigest("3000000:9f86d081884c7d65")
                .time(START, 61.5);
    }

    private static Percentiles percentiles(double p50, long negative) {
        return new Percentiles(1_440L, p50, p50 * 1.6, p50 * 4, p50 * 6.5, p50 * 9, negative);
    }
}
