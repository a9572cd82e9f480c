package io.heliometer.spark.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class SeenTest {
    private final Seen seen = new Seen();

    @Test
    void key_isDeviceAndSequence_whateverTheTime() {
        assertThat(seen.isFirst(reading(1, 7, 60_000))).isTrue();
        assertThat(seen.isFirst(reading(1, 7, 120_000))).isFalse();
        assertThat(seen.isFirst(reading(1, 8, 60_000))).isTrue();
        assertThat(seen.isFirst(reading(2, 7, 60_000))).isTrue();
    }

    @Test
    void key_isForgottenAtTheTimeOfItsFirstCopy() {
        seen.isFirst(reading(1, 7, 60_000));
        seen.isFirst(reading(1, 7, 120_000));

        seen.expire(59_999);
        assertThat(seen.isFirst(reading(1, 7, 60_000))).isFalse();

        seen.expire(60_000);
        assertThat(seen.isFirst(reading(1, 7, 60_000))).isTrue();
    }

    @Test
    void keys_areReadBackWithTheirTimes() throws IOException {
        seen.isFirst(reading(1, 7, 60_000));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        seen.write(new DataOutputStream(bytes));
        Seen read = new Seen();
        read.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        read.expire(59_999);
        assertThat(read.isFirst(reading(1, 7, 60_000))).isFalse();
        read.expire(60_000);
        assertThat(read.isFirst(reading(1, 7, 60_000))).isTrue();
    }

    private static SiteRecord reading(int device, long sequence, long timeMillis) {
        SiteRecord made = new SiteRecord();
        made.setKind(SiteRecord.READING);
        made.setDevice(device);
        made.setSequence(sequence);
        made.setTimeMillis(timeMillis);
        return made;
    }
}
