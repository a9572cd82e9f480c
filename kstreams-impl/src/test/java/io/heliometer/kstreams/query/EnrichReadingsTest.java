package io.heliometer.kstreams.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.kstreams.GoldenRun;
import io.heliometer.kstreams.TestTask;
import io.heliometer.kstreams.TestTask.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnrichReadingsTest {
    private static final String QUERY = "Q2";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static Stream<GoldenCase> cases() {
        return GoldenCase.all(QUERY);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_withDefaultSettings(GoldenCase golden) throws IOException {
        GoldenRun.of(new Plan(golden, QUERY, "default"), folder).assertGives(golden);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_withTunedSettings(GoldenCase golden) throws IOException {
        GoldenRun.of(new Plan(golden, QUERY, "tuned"), folder).assertGives(golden);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_survivesRestart(GoldenCase golden) throws IOException {
        for (int cut : GoldenRun.cuts(golden)) {
            Path own = Files.createDirectory(folder.resolve("cut-" + cut));
            GoldenRun.interrupted(new Plan(golden, QUERY, "tuned"), cut, own).assertGives(golden);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q2", "M"})
    void announcement_forgetsWhatNoReadingCanJoin(String query) throws IOException {
        try (TestTask task = task(query)) {
            announceTwoToFour(task);
            assertThat(versions(task)).containsExactlyInAnyOrder(2, 3, 4);

            task.accept(reading(1, 1_320_000)); // The next one is of 1,200,000 or later.
            task.accept(announcement(5, 3_000_000));

            assertThat(versions(task)).containsExactlyInAnyOrder(3, 4, 5);
        }
    }

    @Test
    void announcement_keepsTheVersionOfTheOldestReadingToCome() throws IOException {
        try (TestTask task = task(QUERY)) {
            announceTwoToFour(task);
            task.accept(reading(1, 1_320_000));
            task.accept(announcement(5, 3_000_000));
            task.accept(reading(2, 1_200_000));
            task.accept(reading(3, 1_200_001));

            assertThat(task.results())
                    .extracting(row -> row.split(",", -1)[6])
                    .containsExactly("4", "3", "4");
        }
    }

    private TestTask task(String query) throws IOException {
        GoldenCase any = cases().findFirst().orElseThrow();
        return new TestTask(new Plan(any, query, "tuned"), 0, folder, null);
    }

    private static void announceTwoToFour(TestTask task) {
        task.accept(announcement(2, 600_000));
        task.accept(announcement(3, 1_200_000));
        task.accept(announcement(4, 1_200_001));
    }

    private static ScheduledRecord announcement(int version, long validFromMillis) {
        Panel panel = new Panel(
                0,
                0,
                0,
                0,
                0,
                400_000,
                34_000,
                11_765,
                41_000,
                12_400,
                -3_500,
                validFromMillis,
                version);
        byte[] payload = ReadingCodec.encode(new Announcement(0, panel));
        return new ScheduledRecord(0, 0, 0, payload);
    }

    private static ScheduledRecord reading(long sequence, long eventTimeMillis) {
        PanelReading reading = new PanelReading(
                0, sequence, eventTimeMillis, 1_320_000, 34_000, 10_000, 2_500, 0, false);
        return new ScheduledRecord(0, 0, 1_320_000, ReadingCodec.encode(reading));
    }

    private static List<Integer> versions(TestTask task) {
        List<?> versions = (List<?>) task.store(EnrichReadings.STORE).get(0);
        return versions.stream().map(version -> ((Panel) version).version()).toList();
    }
}
