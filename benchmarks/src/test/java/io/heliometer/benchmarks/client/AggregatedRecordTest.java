package io.heliometer.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class AggregatedRecordTest {
    private static UserRecord record(String key, String payload) {
        return new UserRecord(key, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Worked out by hand from the format's description. */
    @Test
    void bytes_areMagicMessageAndDigest() {
        AggregatedRecord aggregated = new AggregatedRecord();
        aggregated.add(record("7", "ab"));
        aggregated.add(record("8", "c"));
        aggregated.add(record("7", "d"));

        byte[] bytes = aggregated.bytes();

        String message =
                "0a0137" + "0a0138" + "1a0608001a026162" + "1a0508011a0163" + "1a0508001a0164";
        int end = bytes.length - 16;
        assertThat(HexFormat.of().formatHex(bytes, 0, 4)).isEqualTo("f3899ac2");
        assertThat(HexFormat.of().formatHex(bytes, 4, end)).isEqualTo(message);
        assertThat(Arrays.copyOfRange(bytes, end, bytes.length)).hasSize(16);
        assertThat(aggregated.firstKey()).isEqualTo("7");
    }

    @Test
    void record_takesNoMoreThanItsSize() {
        AggregatedRecord aggregated = new AggregatedRecord();
        UserRecord half = record("1", "x".repeat(AggregatedRecord.MAX_BYTES / 2));

        assertThat(aggregated.takes(record("1", "x".repeat(AggregatedRecord.MAX_BYTES * 2))))
                .isTrue();
        aggregated.add(half);
        assertThat(aggregated.takes(half)).isFalse();
        assertThat(aggregated.takes(record("1", "y"))).isTrue();
    }
}
