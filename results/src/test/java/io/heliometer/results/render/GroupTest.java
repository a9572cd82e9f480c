package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.run.Load;
import io.heliometer.results.run.TrialRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTest {
    @Test
    void of_labelsOnlyWhatDiffers() {
        List<TrialRecord> trials = List.of(
                Fixture.drain("flink", "Q0", 1, 1).build(),
                Fixture.drain("kstreams", "Q0", 1, 1).build(),
                Fixture.drain("flink", "Q3", 1, 1).build());

        assertThat(Group.of(trials, trials)).extracting(Group::label).containsExactly("Q0", "Q3");
    }

    @Test
    void of_neverMixesVariantsTransportsOrFaults() {
        List<TrialRecord> trials = List.of(
                Fixture.drain("flink", "Q0", 1, 1).build(),
                Fixture.drain("flink", "Q0", 1, 1)
                        .engine("flink", "2.3.0", "tuned")
                        .build(),
                Fixture.drain("kinesis", "Q0", 1, 1).query("Q0", "kinesis").build(),
                Fixture.drain("flink", "Q0", 1, 1).fault("kill-worker").build());

        assertThat(Group.of(trials, trials))
                .extracting(Group::label)
                .containsExactly(
                        "Q0, default, kafka, kill-worker",
                        "Q0, default, kafka, no fault",
                        "Q0, default, kinesis, no fault",
                        "Q0, tuned, kafka, no fault");
    }

    @Test
    void of_namesTransportsThatOnlyOtherTrialsHave() {
        TrialRecord drain = Fixture.drain("flink", "Q0", 1, 1).build();
        TrialRecord other =
                Fixture.openLoop("kinesis", "Q0", 1, 1).query("Q0", "kinesis").build();

        assertThat(Group.of(List.of(drain, other), List.of(drain)))
                .extracting(Group::label)
                .containsExactly("Q0, kafka");
    }

    @Test
    void of_namesALoadOnlyWhereThereAreSeveral() {
        Load half = new Load(1_000L, null, null, 1_500_000L, 44.5);
        List<TrialRecord> trials = List.of(
                Fixture.drain("flink", "Q0", 1, 1).build(),
                Fixture.drain("flink", "Q3", 1, 1).build(),
                Fixture.drain("flink", "Q3", 1, 1).load(TrialRecord.DRAIN, half).build());

        assertThat(Group.of(trials, trials))
                .extracting(Group::label)
                .containsExactly(
                        "Q0",
                        "Q3, 1,000 devices, 1,500,000 records",
                        "Q3, 1,000 devices, 3,000,000 records");
    }

    @Test
    void of_keepsAnEngineWithoutAFigure() {
        List<TrialRecord> trials =
                List.of(Fixture.trials().get(2), Fixture.trials().get(3));

        Group group = Group.of(trials, trials).get(0);

        assertThat(group.rows()).extracting(Row::engine).containsExactly("flink", "kstreams");
        assertThat(group.rows().get(1).median(Metrics::recordsPerSecond)).isNull();
    }
}
