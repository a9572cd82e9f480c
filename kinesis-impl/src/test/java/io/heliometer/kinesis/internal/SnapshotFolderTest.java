package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotFolderTest {
    private static final Position FIRST = new Position("99", 1);
    private static final Position SECOND = new Position("100", 0);
    private static final Position THIRD = new Position("100", 2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private SnapshotFolder store;

    @BeforeEach
    void open() {
        store = new SnapshotFolder(folder.resolve("snapshots"));
    }

    private List<String> files(String shard) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("snapshots").resolve(shard))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void written_isReadByAnotherWorker() throws IOException {
        store.write("s-1", FIRST, new byte[] {1, 2});

        assertThat(new SnapshotFolder(folder.resolve("snapshots")).read("s-1", FIRST))
                .containsExactly(1, 2);
        assertThat(files("s-1")).containsExactly("99-1.snapshot");
    }

    @Test
    void absent_isNull() throws IOException {
        assertThat(store.read("s-1", FIRST)).isNull();
        store.write("s-1", FIRST, new byte[] {1});

        assertThat(store.read("s-1", SECOND)).isNull();
        assertThat(store.read("s-2", FIRST)).isNull();
    }

    @Test
    void samePosition_isReplaced() throws IOException {
        store.write("s-1", FIRST, new byte[] {1, 2});
        store.write("s-1", FIRST, new byte[] {3});

        assertThat(store.read("s-1", FIRST)).containsExactly(3);
    }

    @Test
    void older_areDeletedByNumberNotByName() throws IOException {
        for (Position position : List.of(FIRST, SECOND, THIRD)) {
            store.write("s-1", position, new byte[] {1});
            store.write("s-2", position, new byte[] {1});
        }

        store.deleteBefore("s-1", SECOND);

        assertThat(files("s-1")).containsExactly("100-0.snapshot", "100-2.snapshot");
        assertThat(files("s-2")).hasSize(3);
    }

    @Test
    void unfinishedFileOfADeadWorker_isNoSnapshot() throws IOException {
        store.write("s-1", SECOND, new byte[] {1});
        Files.write(folder.resolve("snapshots/s-1/100-2.7f.unfinished"), new byte[] {1});

        assertThat(store.read("s-1", THIRD)).isNull();
    }

    @Test
    void unfinishedFilesOfDeadWorkers_areDeletedWithTheSnapshotsOfTheirTime() throws IOException {
        store.write("s-1", SECOND, new byte[] {1});
        for (String name : List.of("99-1", "100-0", "100-2")) {
            Files.write(folder.resolve("snapshots/s-1/" + name + ".7f.unfinished"), new byte[] {1});
        }

        store.deleteBefore("s-1", SECOND);

        assertThat(files("s-1"))
                .containsExactly("100-0.7f.unfinished", "100-0.snapshot", "100-2.7f.unfinished");
    }
}
