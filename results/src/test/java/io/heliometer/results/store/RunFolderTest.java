package io.heliometer.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliometer.results.Fixture;
import io.heliometer.results.FourEngines;
import io.heliometer.results.Golden;
import io.heliometer.results.run.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final TrialRecord FIRST = Fixture.trials().get(0);
    private static final TrialRecord SECOND = Fixture.trials().get(1);

    @TempDir
    Path temporary;

    @Test
    void create_makesRowsAndLogs() {
        RunFolder folder = RunFolder.create(temporary.resolve("a/run"));

        assertThat(folder.rows()).isDirectory();
        assertThat(folder.logs()).isDirectory();
    }

    @Test
    void create_refusesAFolderWithContent() throws IOException {
        Files.writeString(temporary.resolve("run.json"), "{}");

        assertThatThrownBy(() -> RunFolder.create(temporary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("folder must be new or empty, was " + temporary)
                .hasMessageContaining("choose another folder");
    }

    @Test
    void open_refusesAFolderWithoutARun() {
        assertThatThrownBy(() -> RunFolder.open(temporary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("run.json");
    }

    @Test
    void read_returnsWhatWasWritten() {
        RunFolder folder = written();

        StoredRun stored = RunFolder.open(folder.path()).read();

        assertThat(stored)
                .isEqualTo(new StoredRun(Fixture.run(), List.of(FIRST, SECOND), List.of()));
    }

    @Test
    void write_replacesRunJsonAndLeavesNoDraft() {
        RunFolder folder = written();

        folder.write(Fixture.run().ended(Fixture.START, true, null));

        assertThat(folder.read().run().interrupted()).isTrue();
        assertThat(folder.path().resolve("run.json.part")).doesNotExist();
    }

    @Test
    void read_withoutTrialsSaysSo() {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        folder.write(Fixture.run());

        assertThat(folder.read().notes())
                .containsExactly("trials.jsonl does not exist: no trial ended.");
    }

    @Test
    void read_skipsTheUnfinishedLineOfACrash() throws IOException {
        RunFolder folder = written();
        crash(folder);

        StoredRun stored = folder.read();

        assertThat(stored.trials()).containsExactly(FIRST, SECOND);
        assertThat(stored.notes())
                .containsExactly("trials.jsonl ends in 18 bytes of an unfinished line: a crash lost"
                        + " the trial under way.");
    }

    @Test
    void append_afterACrashStartsOnANewLine() throws IOException {
        RunFolder folder = written();
        crash(folder);
        TrialRecord third = Fixture.trials().get(2);

        folder.append(third);

        assertThat(folder.read())
                .isEqualTo(new StoredRun(Fixture.run(), List.of(FIRST, SECOND, third), List.of()));
        assertThat(folder.path().resolve("trials.jsonl.broken")).hasContent("{\"schemaVersion\":1");
    }

    @Test
    void read_refusesABrokenLineInTheMiddle() throws IOException {
        RunFolder folder = written();
        crash(folder);
        add(folder, "\n" + RunJson.line(Fixture.trials().get(2)) + "\n");

        assertThatThrownBy(folder::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trials.jsonl line 3: ");
    }

    @Test
    void read_refusesATrialTwice() {
        RunFolder folder = written();
        folder.append(FIRST);

        assertThatThrownBy(folder::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "line 3: trial must be unique, was " + FIRST.trial() + " as on line 1");
    }

    @Test
    void read_refusesAnotherSchemaVersionOfTheRun() throws IOException {
        RunFolder folder = written();
        Path file = folder.path().resolve("run.json");
        Files.writeString(
                file,
                Files.readString(file).replace("\"schemaVersion\" : 2", "\"schemaVersion\" : 9"));

        assertThatThrownBy(folder::read)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("schemaVersion must be 2, was 9");
    }

    @Test
    void append_onAFullDiskNamesTheFolderAndTheNextStep() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "/dev/full, a disk that is always full, is not here");
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        Path trials = Files.createSymbolicLink(folder.path().resolve("trials.jsonl"), full);

        assertThatThrownBy(() -> folder.append(FIRST))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining(folder.path().toString())
                .hasMessageContaining("Free some space");
        Files.delete(trials);
    }

    @Test
    void writeCsv_hasOneColumnPerLeafAndEmptyFieldsForAbsentValues() throws IOException {
        RunFolder folder = written();
        folder.append(Fixture.trials().get(3));
        folder.append(Fixture.trials().get(4));
        folder.append(FourEngines.trials().get(14));

        Golden.check("trials.csv", Files.readString(folder.writeCsv()));
    }

    private RunFolder written() {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        folder.write(Fixture.run());
        folder.append(FIRST);
        folder.append(SECOND);
        return folder;
    }

    private static void crash(RunFolder folder) throws IOException {
        add(folder, "{\"schemaVersion\":1");
    }

    private static void add(RunFolder folder, String text) throws IOException {
        Files.writeString(folder.path().resolve("trials.jsonl"), text, StandardOpenOption.APPEND);
    }
}
