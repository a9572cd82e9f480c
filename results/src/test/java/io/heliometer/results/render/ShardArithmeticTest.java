package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.FourEngines;
import io.heliometer.results.run.Load;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.RunJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardArithmeticTest {
    @Test
    void columns_standOnKinesisOnly() {
        RunView view = Texts.view(FourEngines.run(), FourEngines.trials());

        assertThat(Texts.tables(ThroughputSection.of(view)))
                .filteredOn(table -> table.columns().contains(Block.Column.number("Shards needed")))
                .extracting(Block.Table::caption)
                .containsExactly(
                        "Throughput, drain (transport: kinesis, settings: default, drain, block 1)",
                        "Kinesis shards for the rate of the schedule, by arithmetic");
    }

    @Test
    void section_withoutKinesisSaysNothingOfShards() {
        RunView view = Texts.view(Fixture.run(), Fixture.trials());

        assertThat(Texts.of(ThroughputSection.of(view))).noneMatch(text -> text.contains("hard"));
    }

    @Test
    void paragraph_saysWhetherTheStandInEnforcedTheLimits() {
        RunRecord limited = RunJson.run(RunJson.text(FourEngines.run())
                .replace(
                        "\"suite.kinesis.limits\" : \"off\"", "\"suite.kinesis.limits\" : \"on\""));

        assertThat(paragraph(FourEngines.run()))
                .contains("is arithmetic, not a measurement")
                .contains("switched off");
        assertThat(paragraph(limited)).contains("switched on (suite.kinesis.limits=on)");
        assertThat(paragraph(Fixture.run())).contains("switched off");
    }

    @Test
    void schedule_isOneRowPerQueryAndRate() {
        assertThat(ShardArithmetic.forSchedules(List.of(
                                FourEngines.openLoop("kinesis", 1).build(),
                                FourEngines.openLoop("kinesis", 2).block(2, 1).build()))
                        .rows())
                .containsExactly(List.of(
                        Cell.of("Q3"),
                        Cell.of("5,000"),
                        Cell.of("44.5"),
                        Cell.of("5"),
                        Cell.of("1"),
                        Cell.of("1"),
                        Cell.of("5")));
    }

    @Test
    void cells_withoutARecordSizeSayWhy() {
        TrialRecord trial = FourEngines.drain("kinesis", "Q0", 12_750)
                .load(TrialRecord.DRAIN, new Load(1_000L, null, null, 3_000_000L, null))
                .build();

        assertThat(ShardArithmetic.forDrain(trial))
                .isEqualTo(Cell.absent("record size not recorded"));
    }

    private static String paragraph(RunRecord run) {
        RunView view = Texts.view(run, FourEngines.trials());
        return ((Block.Paragraph) ShardArithmetic.paragraph(view)).text();
    }
}
