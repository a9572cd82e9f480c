package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.FourEngines;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TransportLimit;
import io.heliometer.results.run.TrialRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransportsSectionTest {
    private static final TransportLimit KAFKA =
            new TransportLimit("process", "kafka-clients 4.3.1", 3_000_000, 3, 1_000_000, 0.8);

    @Test
    void limits_thatWereNotMeasuredAreAbsentWithTheReason() {
        RunView view = Texts.view(
                FourEngines.run().withTransportLimits(Map.of("kafka", KAFKA)),
                FourEngines.trials());

        List<List<Cell>> rows = Texts.tables(TransportsSection.of(view)).get(0).rows();

        assertThat(rows.get(0)).contains(Cell.of("1,000,000"), Cell.of("0.80"));
        assertThat(rows.get(1))
                .contains(Cell.of("kinesis"), Cell.absent("no raw consumer ran"))
                .doesNotContain(Cell.of("1,000,000"));
    }

    @Test
    void shares_areOfTheEnginesOwnTransport() {
        List<List<Cell>> rows = Texts.tables(section(FourEngines.run())).get(1).rows();

        assertThat(rows.get(0)).contains(Cell.of("512,345"), Cell.of("937,500"), Cell.of("54.7"));
        assertThat(rows.get(3)).contains(Cell.of("12,750"), Cell.of("26,316"), Cell.of("48.4"));
    }

    @Test
    void shares_withoutAnyLimitAreAbsentWithTheReason() {
        Section section = section(FourEngines.run().withTransportLimits(Map.of()));

        assertThat(Texts.of(section))
                .contains("Limits and shares of them: n/a, no raw consumer ran in this run, so no"
                        + " limit was measured.");
        assertThat(Texts.tables(section)).isEmpty();
    }

    @Test
    void shares_withoutADrainAreAbsentWithTheReason() {
        TrialRecord openLoop = Fixture.openLoop("flink", "Q0", 1, 1).build();

        assertThat(Texts.of(TransportsSection.of(Texts.view(FourEngines.run(), List.of(openLoop)))))
                .contains("Shares of the limit: n/a, this run has no drain trial without a fault.");
    }

    @Test
    void section_explainsATrialThatTheTransportLimited() {
        assertThat(Texts.of(section(FourEngines.run())))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("TRANSPORT_LIMITED means that by measurement the local endpoint"
                                + " of the transport, not the engine, was the limit."))
                .contains("kinesis Q3 drain on kinesis: 95 % of the raw consumer's rate, limit 80"
                        + " %.");
    }

    @Test
    void tables_ofSeveralTransportsHaveAColumnAndAWarning() {
        RunView view = Texts.view(FourEngines.run(), FourEngines.trials());
        List<Section> comparing = List.of(
                LatencySection.of(view),
                ThroughputSection.of(view),
                TransportsSection.of(view),
                FaultsSection.of(view),
                ResourcesSection.of(view),
                CorrectnessSection.of(view));

        assertThat(comparing)
                .flatExtracting(Texts::tables)
                .filteredOn(table -> table.columns().contains(Block.Column.text("Engine")))
                .allSatisfy(table -> assertThat(table.caption())
                        .contains(
                                table.columns().contains(Block.Column.text("Transport"))
                                        ? Transports.NO_RANKING
                                        : "transport: "));
    }

    private static Section section(RunRecord run) {
        return TransportsSection.of(Texts.view(run, FourEngines.trials()));
    }
}
