package io.heliometer.common.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.query.PlantMonitor.Part;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PlantMonitorTest {
    @Test
    void row_standsBehindTheNumberOfItsQuery() {
        assertThat(Arrays.stream(Part.values()).map(part -> part.row("7,0")))
                .containsExactly("0,7,0", "1,7,0", "3,7,0", "5,7,0", "6,7,0");
    }
}
