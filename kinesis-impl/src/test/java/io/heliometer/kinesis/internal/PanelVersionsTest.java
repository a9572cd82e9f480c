package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.ReadingCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PanelVersionsTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private DataInputStream written() {
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void versions_keepEveryFieldAndTheirOrder() throws IOException {
        List<Panel> versions = List.of(
                new Panel(1, 2, 3, 4, 5, 6_000_000_000L, 7, 8, 9, 10, -11, 12_000_000_000L, 13),
                new Panel(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 1));
        PanelVersions.write(out, versions);
        PanelVersions.write(out, List.of());

        DataInputStream in = written();

        assertThat(PanelVersions.read(in)).isEqualTo(versions);
        assertThat(PanelVersions.read(in)).isEmpty();
        assertThat(in.available()).isZero();
    }

    @Test
    void otherPayload_isRefused() throws IOException {
        byte[] payload = ReadingCodec.encode(PanelReading.flushAt(5));
        out.writeInt(1);
        out.writeInt(payload.length);
        out.write(payload);

        assertThatThrownBy(() -> PanelVersions.read(written()))
                .isInstanceOf(IOException.class)
                .hasMessage("payload must announce a version, does not");
    }
}
