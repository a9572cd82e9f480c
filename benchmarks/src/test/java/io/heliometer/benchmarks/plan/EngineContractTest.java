package io.heliometer.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliometer.benchmarks.transport.Address;
import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every engine must do on real processes, a real broker and a workload with every kind of
 * disorder: give the oracle's rows, drop nothing, stop on SIGTERM. Engines are found, not named: a
 * new one is tested by being there. Skipped where the engines' modules are not packaged, as in
 * {@code mvn test}.
 */
final class EngineContractTest {
    private static TrialBench bench;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        bench = new TrialBench(
                folder,
                TrialBench.smallWorkload(),
                Map.of(),
                arePackaged() ? List.of(Address.KAFKA, Address.KINESIS) : List.of(Address.KAFKA));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    static Stream<Arguments> engineAndQuery() throws IOException {
        assumeTrue(arePackaged(), "engines are not packaged: run mvn verify");
        return EngineFolder.discover(TrialBench.HOME).stream()
                .flatMap(engine -> engine.description().queries().stream()
                        .map(query -> Arguments.of(engine.name(), query, engine)));
    }

    private static boolean arePackaged() throws IOException {
        try (Stream<Path> modules = Files.list(TrialBench.HOME)) {
            return modules.filter(module ->
                            Files.exists(module.resolve("src/main/resources/engine.json")))
                    .allMatch(module -> Files.exists(module.resolve("target/engine.classpath")));
        }
    }

    // Far above what it takes: ends a hang, judges no speed.
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("engineAndQuery")
    void engine_givesTheOraclesRows(String name, String query, EngineFolder engine)
            throws IOException, InterruptedException {
        TrialRecord trial = bench.run(engine, query, Map.of());

        assumeTrue(trial.outcome() != Outcome.SKIPPED, () -> "not run: " + trial.reason());
        Correctness correctness = Objects.requireNonNull(trial.correctness());
        assertThat(trial.outcome())
                .as(
                        "outcome of %s, because: %s %s",
                        name, trial.reason(), trial.correctnessExamples())
                .isEqualTo(Outcome.COMPLETED);
        assertThat(correctness.expected()).isPositive();
        assertThat(correctness.engineDropped()).as("engine's own late drops").isZero();
    }
}
