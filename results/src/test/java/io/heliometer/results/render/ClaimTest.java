package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.FourEngines;
import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.Recovery;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.run.TrialRecordBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private static final Recovery RECOVERY = new Recovery("worker-1", 20, 4, 3.0);

    @Test
    void duplicates_afterAFaultAreAllowedByAtLeastOnce() {
        TrialRecord trial = FourEngines.fault("spark", "Q3", RECOVERY, 3_391).build();

        assertThat(RowCounts.duplicates(trial)).isEqualTo(new Cell("3,391 (allowed)", "plain"));
        assertThat(Claim.excusesDuplicates(trial)).isTrue();
    }

    @Test
    void duplicates_afterAFaultAreNotAllowedByExactlyOnce() {
        TrialRecord trial = FourEngines.fault("flink", "Q3", RECOVERY, 2).build();

        assertThat(RowCounts.duplicates(trial)).isEqualTo(Cell.bad("2"));
    }

    @Test
    void duplicates_withoutAFaultAreNeverAllowed() {
        TrialRecord trial = FourEngines.openLoop("spark", 1)
                .correctness(new Correctness(1_440L, 0L, 2L, 0L, 0L), List.of())
                .build();

        assertThat(RowCounts.duplicates(trial)).isEqualTo(Cell.bad("2"));
        assertThat(Claim.excusesDuplicates(trial)).isFalse();
    }

    @Test
    void duplicates_withoutAClaimAreNotAllowed() {
        TrialRecordBuilder trial = FourEngines.fault("spark", "Q3", RECOVERY, 2).guarantee(null);

        assertThat(RowCounts.duplicates(trial.build())).isEqualTo(Cell.bad("2"));
        assertThat(Claim.guarantee(trial.build())).isEqualTo(Cell.absent("not stated"));
    }

    @Test
    void duplicates_noneIsPlainZero() {
        TrialRecord trial = FourEngines.fault("spark", "Q3", RECOVERY, 0).build();

        assertThat(RowCounts.duplicates(trial)).isEqualTo(Cell.of("0"));
        assertThat(Claim.excusesDuplicates(trial)).isFalse();
    }
}
