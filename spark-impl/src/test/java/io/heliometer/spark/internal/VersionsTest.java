package io.heliometer.spark.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.wire.ReadingCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class VersionsTest {
    private static final int DEVICE = 3;
    private static final int SITE = 5;
    private static final int UNKNOWN_DEVICE = 4;
    private static final long MINUTE_MILLIS = 60_000;
    private static final OpenJob JOB = job();

    private final Versions versions = new Versions(JOB);

    @Test
    void announcementOfUnknownDevice_isDropped() {
        assertThat(record(version(UNKNOWN_DEVICE, SITE, 10, 2)).getKind())
                .isEqualTo(SiteRecord.NONE);
        assertThat(SiteRecord.any(Arrival.of(version(UNKNOWN_DEVICE, SITE, 10, 2)), JOB)
                        .getKind())
                .isEqualTo(SiteRecord.NONE);
    }

    @Test
    void announcement_goesWhereTheReadingsOfItsDeviceGo() {
        assertThat(record(version(DEVICE, 9, 10, 2)).getSite()).isEqualTo(SITE);
        assertThat(SiteRecord.any(Arrival.of(version(DEVICE, 9, 10, 2)), JOB).getSite())
                .isEqualTo(SITE);
    }

    @Test
    void announcementThatComesAgain_addsNothing() throws IOException {
        versions.take(List.of(announced(10, 2)));
        byte[] once = written();

        versions.take(List.of(announced(10, 2), announced(10, 2)));

        assertThat(written()).isEqualTo(once);
    }

    @Test
    void announcement_forgetsWhatNoReadingCanJoin() throws IOException {
        versions.take(List.of(announced(10, 2)));
        versions.take(List.of(announced(20, 3), announced(30, 4)));

        versions.take(batch(announced(90, 5), 24));

        assertThat(versionAt(21)).isEqualTo(3);
        assertThat(versionAt(31)).isEqualTo(4);
        assertThat(versionAt(91)).isEqualTo(5);
        Versions kept = new Versions(JOB);
        kept.take(List.of(announced(20, 3), announced(30, 4), announced(90, 5)));
        assertThat(written()).isEqualTo(written(kept));
    }

    @Test
    void announcement_keepsWhatReadingsOfItsBatchJoin() {
        versions.take(List.of(announced(10, 2), announced(20, 3)));

        versions.take(batch(announced(90, 5), 11, 40));

        assertThat(versionAt(11)).isEqualTo(2);
    }

    @Test
    void announcement_keepsWhatReadingsCanJoinThatAreLate() {
        versions.take(List.of(announced(10, 2), announced(20, 3)));

        versions.take(batch(announced(90, 5), 21));

        assertThat(versionAt(19)).isEqualTo(2);
    }

    @Test
    void announcements_oneAfterTheOther_doNotGrowState() throws IOException {
        for (int next = 0; next < 100; next++) {
            versions.take(batch(announced(10 + next, 2 + next), 4 + next));
        }

        Versions few = new Versions(JOB);
        // Valid from 101 (holds at the least time), 102 to 109.
        for (int next = 91; next < 100; next++) {
            few.take(List.of(announced(10 + next, 2 + next)));
        }
        assertThat(written()).hasSameSizeAs(written(few));
    }

    @Test
    void versions_areReadBack() throws IOException {
        versions.take(List.of(announced(10, 2), announced(20, 3)));
        Versions read = new Versions(JOB);
        read.read(new DataInputStream(new ByteArrayInputStream(written())));

        assertThat(written(read)).isEqualTo(written());
    }

    private byte[] written() throws IOException {
        return written(versions);
    }

    private static byte[] written(Versions versions) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        versions.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private int versionAt(long minute) {
        return Objects.requireNonNull(versions.enrich(reading(minute))).panel().version();
    }

    private static List<SiteRecord> batch(SiteRecord announcement, long... minutes) {
        List<SiteRecord> batch = new ArrayList<>(List.of(announcement));
        Arrays.stream(minutes)
                .mapToObj(minute -> SiteRecord.accepted(new Arrival(reading(minute), 0), JOB))
                .forEach(batch::add);
        return batch;
    }

    private static SiteRecord announced(long minute, int version) {
        return record(version(DEVICE, SITE, minute, version));
    }

    private static SiteRecord record(Panel version) {
        byte[] payload = ReadingCodec.encode(new Announcement(0, version));
        return SiteRecord.acceptedOrVersion(ReadingCodec.arrival(payload), JOB);
    }

    private static PanelReading reading(long minute) {
        long time = minute * MINUTE_MILLIS;
        return new PanelReading(DEVICE, minute, time, time, 34_000, 10_000, 2_500, 0, false);
    }

    private static Panel version(int device, int site, long minute, int version) {
        return new Panel(
                device,
                0,
                0,
                site,
                0,
                400_000,
                34_000,
                11_765,
                41_000,
                12_400,
                -3_500,
                minute * MINUTE_MILLIS,
                version);
    }

    private static OpenJob job() {
        PanelRegistry registry =
                new PanelRegistry(MINUTE_MILLIS, List.of(version(DEVICE, SITE, 0, 1)));
        Horizon horizon = new Horizon(0, 1_440 * MINUTE_MILLIS);
        return new OpenJob(
                registry,
                Map.of(SITE, registry.panels()),
                Lateness.SPEC,
                new ValidateReadings(registry, horizon, Lateness.SPEC),
                new SilentDevices(new SunTable(Map.of(), List.of()), horizon, MINUTE_MILLIS),
                "results",
                "rejects");
    }
}
