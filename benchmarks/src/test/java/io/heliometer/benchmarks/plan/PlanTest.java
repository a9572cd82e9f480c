package io.heliometer.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.common.engine.UsageException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanTest {
    @Test
    void unknownName_isNamedWithTheNearestKnown() {
        assertThatThrownBy(
                        () -> Plan.known("engine", List.of("flonk"), List.of("flink", "kstreams")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("unknown engine flonk; did you mean flink?");
    }

    @Test
    void noName_isAnError() {
        assertThatThrownBy(() -> Plan.known("query", List.of(), Plan.QUERIES))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("at least one query");
    }

    @Test
    void nameGivenTwice_countsOnce() {
        assertThat(Plan.known("query", List.of("Q3", "Q3"), Plan.QUERIES)).containsExactly("Q3");
    }

    @Test
    void quickSuite_answersTheFirstQueryAndTheApplicationInBothKinds() {
        Suite quick = Suite.load("quick", Map.of());

        assertThat(quick.list("queries")).containsExactly("Q0", "M").isSubsetOf(Plan.QUERIES);
        assertThat(quick.list("kinds")).isEqualTo(Plan.KINDS);
    }

    @Test
    void unknownSuite_namesTheKnownOnes() {
        assertThatThrownBy(() -> Suite.load("quack", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("suite must be one of [quick], was quack");
    }

    @Test
    void unknownSuiteKey_namesTheNearest() {
        assertThatThrownBy(() -> Suite.load("quick", Map.of("device", "5")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("devices");
    }

    @Test
    void notANumber_isNamed() {
        assertThatThrownBy(() -> Suite.load("quick", Map.of("devices", "-4")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("devices must be 1..");
    }
}
