package io.heliometer.results;

import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.Load;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.Recovery;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TransportLimit;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.run.TrialRecordBuilder;

import java.util.List;
import java.util.Map;

/**
 * An invented run of four engines on two transports with faults: every guarantee, a loss, a
 * catch-up that did not happen, and a trial that the transport limited.
 */
public final class FourEngines {
    private FourEngines() {}

    public static RunRecord run() {
        RunRecord run = Fixture.run();
        return new RunRecord(
                RunRecord.SCHEMA_VERSION,
                "2026-01-03-recovery",
                run.startedAt(),
                run.endedAt(),
                run.heliometerVersion(),
                run.gitCommit(),
                "recovery",
                run.seed(),
                "./heliometer run --suite recovery --engines flink,kinesis,kstreams,spark",
                run.environment(),
                Map.of("kafka", "4.3.1", "flink", "2.3.0", "kinesis", "3.5.1", "spark", "4.2.0"),
                run.settings(),
                run.settingsChanged(),
                Map.of("devices", "1,000", "suite.kinesis.limits", "off"),
                Map.of(
                        "kafka",
                        new TransportLimit(
                                "process", "kafka-clients 4.3.1", 3_000_000, 3.2, 937_500, 0.81),
                        "kinesis",
                        new TransportLimit(
                                "process", "kinesis 2.44.4", 300_000, 11.4, 26_315.8, null)),
                false,
                18);
    }

    public static List<TrialRecord> trials() {
        return List.of(
                drain("flink", "Q0", 512_345).build(),
                drain("kstreams", "Q0", 395_530).build(),
                drain("spark", "Q0", 213_000).build(),
                drain("kinesis", "Q0", 12_750).build(),
                drain("flink", "Q3", 301_200).build(),
                drain("kstreams", "Q3", 218_000).build(),
                drain("spark", "Q3", 85_400).build(),
                drain("kinesis", "Q3", 24_900)
                        .outcome(
                                Outcome.TRANSPORT_LIMITED,
                                "95 % of the raw consumer's rate, limit 80 %")
                        .build(),
                openLoop("flink", 9.7).build(),
                openLoop("kstreams", 4.1).build(),
                openLoop("spark", 38).build(),
                openLoop("kinesis", 61).build(),
                fault("flink", "Q3", new Recovery("worker-1", 20.4, 4.91, 3.1), 0)
                        .build(),
                fault("kstreams", "Q3", new Recovery("worker-2", 20.4, 7.2, 11.8), 0)
                        .build(),
                fault("spark", "Q3", new Recovery("worker-1", 20.4, 3.8, null), 3_391)
                        .build(),
                fault("kinesis", "Q3", new Recovery("worker-1 (leader)", 20.4, 13.3, 6.05), 212)
                        .build(),
                fault("kstreams", "Q0", new Recovery("worker-2", 20.4, 6.6, 9.5), 0)
                        .outcome(Outcome.INCORRECT, "3 rows missing")
                        .correctness(new Correctness(1_440L, 3L, 0L, 0L, 0L), List.of())
                        .build(),
                fault("flink", "Q0", new Recovery("worker-1", 20.4, 5.3, 2.2), 0)
                        .build());
    }

    public static TrialRecordBuilder drain(String engine, String query, double recordsPerSecond) {
        return as(
                engine,
                query,
                Fixture.drain(engine, query, recordsPerSecond, 2_600_000 / recordsPerSecond));
    }

    public static TrialRecordBuilder openLoop(String engine, double factor) {
        return as(engine, "Q3", Fixture.openLoop(engine, "Q3", factor, 1));
    }

    /** Returns a trial whose worker was killed; its delays are those of the outage. */
    public static TrialRecordBuilder fault(
            String engine, String query, Recovery recovery, long duplicates) {
        return as(engine, query, Fixture.paced(Fixture.base(engine, query, "kill", 1), 900))
                .load(TrialRecord.OPEN_LOOP, new Load(1_000L, 5_000.0, 60.0, 450_000L, 44.5))
                .fault(TrialRecord.KILL_WORKER)
                .recovery(recovery)
                .correctness(new Correctness(1_440L, 0L, duplicates, 0L, 0L), List.of());
    }

    private static TrialRecordBuilder as(String engine, String query, TrialRecordBuilder trial) {
        boolean once = List.of("flink", "kstreams").contains(engine);
        return trial.query(query, engine.equals("kinesis") ? "kinesis" : "kafka")
                .guarantee(once ? TrialRecord.EXACTLY_ONCE : TrialRecord.AT_LEAST_ONCE);
    }
}
