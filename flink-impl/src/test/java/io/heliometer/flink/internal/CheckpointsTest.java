package io.heliometer.flink.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointsTest {
    @TempDir
    Path folder;

    @Test
    void firstStart_findsNone() throws IOException {
        assertThat(Checkpoints.newest(folder)).isEmpty();
    }

    @Test
    void newest_isByNumberAndNotByName() throws IOException {
        complete("chk-9");
        Path tenth = complete("chk-10");

        assertThat(Checkpoints.newest(folder)).contains(tenth.toString());
    }

    @Test
    void checkpointWithoutMetadata_isNotComplete() throws IOException {
        Path first = complete("chk-1");
        Files.createDirectories(first.resolveSibling("chk-2"));
        Files.createDirectories(first.resolveSibling("shared"));

        assertThat(Checkpoints.newest(folder)).contains(first.toString());
    }

    private Path complete(String name) throws IOException {
        Path checkpoint = folder.resolve(Checkpoints.JOB_ID).resolve(name);
        Files.createDirectories(checkpoint);
        Files.createFile(checkpoint.resolve("_metadata"));
        return checkpoint;
    }
}
