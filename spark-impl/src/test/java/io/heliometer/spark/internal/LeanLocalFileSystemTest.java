package io.heliometer.spark.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeanLocalFileSystemTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    java.nio.file.Path folder;

    @Test
    void rename_replacesTheFileAndLeavesNoOther() throws IOException {
        Configuration conf = new Configuration(false);
        conf.set("fs.file.impl", LeanLocalFileSystem.class.getName());
        try (FileSystem files = FileSystem.newInstance(URI.create("file:///"), conf)) {
            Path target = new Path(folder.resolve("offsets/0").toUri());
            write(files, target, 1);
            Path other = new Path(folder.resolve("offsets/.0.tmp").toUri());
            write(files, other, 2);

            assertThat(files.rename(other, target)).isTrue();

            assertThat(files).isInstanceOf(LeanLocalFileSystem.class);
            assertThat(folder.resolve("offsets/0")).hasBinaryContent(new byte[] {2});
            try (Stream<java.nio.file.Path> left = Files.list(folder.resolve("offsets"))) {
                assertThat(left).hasSize(1);
            }
        }
    }

    private static void write(FileSystem files, Path path, int value) throws IOException {
        files.mkdirs(path.getParent());
        try (FSDataOutputStream out = files.create(path, false)) {
            out.write(value);
        }
    }
}
