package io.heliometer.benchmarks.score;

import static io.heliometer.benchmarks.score.SmallPlant.panel;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LabelFileTest {
    @Test
    void line_hasEveryFieldByName() {
        FaultLabel label = new FaultLabel(
                3,
                FaultType.OPEN_STRING,
                FaultScope.STRING,
                1,
                0,
                List.of(5, 6),
                1_000,
                9_000,
                1_000_000,
                Map.of("position", 2L),
                2_000,
                8_000,
                List.of("R3"));

        assertThat(LabelFile.text(List.of(label))).isEqualTo("""
                        {"fault_id":3,"type":"OPEN_STRING","fault":true,"scope":"string",\
                        "scope_id":1,"site":0,"device_ids":[5,6],"onset_ts":1000,"end_ts":9000,\
                        "severity_ppm":1000000,"params":{"position":2},"observable_from_ts":2000,\
                        "observable_to_ts":8000,"detectable":true,"expected_rules":["R3"]}
                        """);
    }

    @Test
    void line_ofAnOpenFaultThatNobodySeesHasNoTimes() {
        FaultLabel label = SmallPlant.unseen(0, FaultType.PID, panel(7), 5, FaultLabel.OPEN);

        assertThat(LabelFile.text(List.of(label)))
                .contains("\"end_ts\":null")
                .contains("\"observable_from_ts\":null,\"observable_to_ts\":null")
                .contains("\"detectable\":false");
    }

    @Test
    void text_hasALinePerLabel() {
        FaultLabel label = SmallPlant.label(0, FaultType.PID, panel(7), 5, 6);

        assertThat(LabelFile.text(List.of(label, label)).lines()).hasSize(2);
    }
}
