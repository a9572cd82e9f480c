package io.heliometer.results.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunRecordTest {
    private static final Map<String, TransportLimit> LIMITS = Map.of(
            "kafka",
            new TransportLimit("process", "kafka-clients 4.3.1", 3_000_000, 3, 1_000_000, 1.9));

    @Test
    void withTransportLimits_changesNothingElse() {
        RunRecord measured = Fixture.run().withTransportLimits(LIMITS);

        assertThat(measured.transportLimits()).isEqualTo(LIMITS);
        assertThat(measured.withTransportLimits(Map.of())).isEqualTo(Fixture.run());
    }

    @Test
    void ended_keepsTheTransportLimits() {
        assertThat(Fixture.run()
                        .withTransportLimits(LIMITS)
                        .ended(Fixture.START, false, null)
                        .transportLimits())
                .isEqualTo(LIMITS);
    }
}
