package io.heliometer.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.benchmarks.transport.Transports;
import io.heliometer.benchmarks.verify.Verifier;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.RulesFound;
import io.heliometer.results.run.TrialRecord;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrialReportTest {
    private static final String QUERY = "Q3";
    private static final int ENERGY_COLUMN = 4;

    @TempDir
    Path folder;

    /** A day on which a cloud was seen, which is all that is known. */
    private record Labelled(Workload records) implements Workload {
        @Override
        public List<FaultLabel> labels() {
            return List.of(new FaultLabel(
                    0,
                    FaultType.CLOUD,
                    FaultScope.SITE,
                    0,
                    0,
                    List.of(),
                    horizon().startMillis(),
                    horizon().endMillis(),
                    0,
                    Map.of(),
                    FaultLabel.NEVER,
                    FaultLabel.NEVER,
                    List.of()));
        }

        @Override
        public PanelRegistry registry() {
            return records.registry();
        }

        @Override
        public Horizon horizon() {
            return records.horizon();
        }

        @Override
        public int partitions() {
            return records.partitions();
        }

        @Override
        public RecordCursor open(int partition) {
            return records.open(partition);
        }
    }

    private static Workload records() {
        return new SimulatedWorkload(new WorkloadSpec(
                3, 200, 1, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 15, Disorder.FIELD));
    }

    /** Reports a trial that wrote these rows and whose rows were found to be the expected ones. */
    private TrialRecord report(Input input, List<String> rows)
            throws IOException, InterruptedException, URISyntaxException {
        return report(input, rows, null);
    }

    private TrialRecord report(Input input, List<String> rows, @Nullable Long readyMillis)
            throws IOException, InterruptedException, URISyntaxException {
        Path classes = Path.of(Objects.requireNonNull(
                                TrialReportTest.class.getResource("/dummy/engine.json"))
                        .toURI())
                .getParent();
        EngineFolder engine = EngineFolder.of(Objects.requireNonNull(classes), List.of());
        try (RunProcesses processes = RunProcesses.open(folder);
                Transports transports = Transports.open(List.of(), name -> {
                    throw new IllegalStateException("no transport is asked for, was " + name);
                })) {
            TrialContext context = new TrialContext(
                    "test",
                    "default",
                    Map.of(),
                    Suite.load("quick", Map.of()),
                    transports,
                    Map.of(),
                    processes,
                    CpuSplit.none("a test"),
                    folder,
                    folder,
                    folder);
            TrialReport report =
                    new TrialReport(context, new TrialSpec(1, engine, QUERY, input, null, 1));
            TrialFacts facts = new TrialFacts();
            facts.observations = observed(rows);
            facts.readyMillis = readyMillis;
            List<ExpectedRow> expected = input.expected(QUERY);
            report.measured(facts, Verifier.verify(expected, observed(rows(input))));
            return report.build(Instant.EPOCH, 1);
        }
    }

    private static List<Observation> observed(List<String> rows) {
        return rows.stream()
                .map(row -> new Observation(
                        OutputTopic.RESULTS, row.equals(rows.get(0)) ? 1_000 : 5_000, 6_000, row))
                .toList();
    }

    /** The first row comes at 1 s, the last at 5 s. */
    @ParameterizedTest
    @CsvSource({"400, 4.6", "1500, 4", ", 4"})
    void drain_countsFromReadyOrTheFirstRow(@Nullable Long readyMillis, double seconds)
            throws IOException, InterruptedException, URISyntaxException {
        Input input = input(records());

        TrialRecord trial = report(input, rows(input), readyMillis);

        assertThat(Objects.requireNonNull(trial.throughput()).seconds()).isEqualTo(seconds);
    }

    private Input input(Workload workload) {
        return new Input(Kind.DRAIN, workload, folder.resolve("workload.properties"), 0);
    }

    private static List<String> rows(Input input) {
        return input.expected(QUERY).stream().map(ExpectedRow::row).toList();
    }

    /** Takes the energy of the string away that yields most. */
    private static List<String> opened(List<String> rows) {
        String best = rows.stream()
                .map(row -> row.split(",", -1))
                .max(Comparator.comparingLong(columns -> Long.parseLong(columns[ENERGY_COLUMN])))
                .map(columns -> columns[0])
                .orElseThrow();
        return rows.stream()
                .map(row -> {
                    String[] columns = row.split(",", -1);
                    columns[ENERGY_COLUMN] = columns[0].equals(best) ? "0" : columns[ENERGY_COLUMN];
                    return String.join(",", columns);
                })
                .toList();
    }

    @Test
    void trial_whoseRowsAreRightHasTheOraclesScore()
            throws IOException, InterruptedException, URISyntaxException {
        Input input = input(new Labelled(records()));

        TrialRecord trial = report(input, rows(input));

        RulesFound rules = Objects.requireNonNull(trial.rules());
        assertThat(trial.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(rules.equalToOracle()).isTrue();
        assertThat(rules.observed().rules()).containsExactly("R3");
    }

    @Test
    void trial_inWhoseRowsTheRulesFindMoreIsIncorrect()
            throws IOException, InterruptedException, URISyntaxException {
        Input input = input(new Labelled(records()));

        TrialRecord trial = report(input, opened(rows(input)));

        RulesFound rules = Objects.requireNonNull(trial.rules());
        assertThat(trial.outcome()).isEqualTo(Outcome.INCORRECT);
        assertThat(trial.reason()).contains("the monitoring rules find other faults");
        assertThat(rules.observed().falseAlarms()).isEqualTo(rules.reference().falseAlarms() + 1);
    }
}
