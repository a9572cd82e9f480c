package io.heliometer.flink.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the checkpoint that a restarted JobManager goes on from. */
final class Checkpoints {
    /** The id of the one job of an application cluster; fixed, so that its folder can be found. */
    static final String JOB_ID = "00000000000000000000000000000001";

    private static final String PREFIX = "chk-";

    private Checkpoints() {}

    /** Returns the newest complete checkpoint, or nothing at a first start. */
    static Optional<String> newest(Path checkpoints) throws IOException {
        Path folder = checkpoints.resolve(JOB_ID);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Checkpoints::isComplete)
                    .max(Comparator.comparingLong(Checkpoints::number))
                    .map(Path::toString);
        }
    }

    /** Flink writes the metadata last, and moves it into place in one step. */
    private static boolean isComplete(Path entry) {
        return entry.getFileName().toString().startsWith(PREFIX)
                && Files.isRegularFile(entry.resolve("_metadata"));
    }

    private static long number(Path entry) {
        return Long.parseLong(entry.getFileName().toString().substring(PREFIX.length()));
    }
}
