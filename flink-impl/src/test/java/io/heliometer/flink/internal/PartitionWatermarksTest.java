package io.heliometer.flink.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.time.Lateness;
import io.heliometer.flink.EventTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

final class PartitionWatermarksTest {
    private static final long WINDOW = 300_000;
    private static final Arrival ANY = new Arrival(null, 0);

    private final List<Long> emitted = new ArrayList<>();
    private final WatermarkOutput output = new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
            emitted.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    };

    private PartitionWatermarks watermarks(EventTime.Emission emission) {
        return new PartitionWatermarks(Lateness.SPEC, WINDOW, emission);
    }

    @Test
    void periodic_emitsTheMaximumLessTheLateness() {
        PartitionWatermarks watermarks = watermarks(EventTime.Emission.PERIODIC);

        watermarks.onEvent(ANY, 500_000, output);
        watermarks.onEvent(ANY, 400_000, output);
        watermarks.onPeriodicEmit(output);

        assertThat(emitted).containsExactly(500_000L - 120_000 - 1);
    }

    @Test
    void periodic_emitsNothingBeforeTheFirstRecord() {
        watermarks(EventTime.Emission.PERIODIC).onPeriodicEmit(output);

        assertThat(emitted).isEmpty();
    }

    @Test
    void recordWithoutTime_doesNotMoveTime() {
        PartitionWatermarks watermarks = watermarks(EventTime.Emission.PERIODIC);

        watermarks.onEvent(ANY, EventTime.NO_TIME, output);
        watermarks.onPeriodicEmit(output);

        assertThat(emitted).isEmpty();
    }

    @Test
    void windowEdge_emitsWithTheRecordThatClosesAWindow() {
        PartitionWatermarks watermarks = watermarks(EventTime.Emission.WINDOW_EDGE);
        watermarks.onEvent(ANY, 200_000, output);
        emitted.clear();

        watermarks.onEvent(ANY, 419_999, output);
        assertThat(emitted).isEmpty();
        watermarks.onEvent(ANY, 420_000, output);
        assertThat(emitted).containsExactly(299_999L);
        watermarks.onEvent(ANY, 719_999, output);
        watermarks.onPeriodicEmit(output);
        assertThat(emitted).hasSize(1);
    }

    @Test
    void windowEdge_saysNoMoreThanTheEdge() {
        PartitionWatermarks watermarks = watermarks(EventTime.Emission.WINDOW_EDGE);

        watermarks.onEvent(ANY, 450_123, output);
        watermarks.onEvent(ANY, 1_100_000, output);

        assertThat(emitted).containsExactly(299_999L, 899_999L);
    }
}
