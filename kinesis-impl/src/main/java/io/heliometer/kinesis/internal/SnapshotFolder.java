package io.heliometer.kinesis.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots in a folder that all workers share: {@code <shard>/<sequence>-<sub>.snapshot}. A file
 * is written under a name of its own ({@code <sequence>-<sub>.<uuid>.unfinished}), forced to disk
 * and then renamed, so a reader never sees a half, and two writers of one position do not mix.
 */
public final class SnapshotFolder implements SnapshotStore {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFolder.class);

    private static final String SUFFIX = ".snapshot";
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;

    /** Uses a folder, which need not exist yet. */
    public SnapshotFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(String shard, Position position, byte[] snapshot) throws IOException {
        Path home = Files.createDirectories(folder.resolve(shard));
        Path unfinished = home.resolve(name(position) + "." + UUID.randomUUID() + UNFINISHED);
        try {
            try (FileChannel file = FileChannel.open(
                    unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(snapshot);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(unfinished, file(shard, position), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Only an heir whose checkpoints are beyond this position deletes it: nobody needs it.
            LOG.info("{} has another owner by now, no snapshot at {}", shard, position, e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        // The new name is on disk only when the folder is.
        try (FileChannel names = FileChannel.open(home, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public byte @Nullable [] read(String shard, Position position) throws IOException {
        try {
            return Files.readAllBytes(file(shard, position));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Forgets unfinished files of killed workers too. */
    @Override
    public void deleteBefore(String shard, Position position) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve(shard))) {
            files = all.toList();
        }
        for (Path file : files) {
            if (position(file).compareTo(position) < 0) {
                // Another worker may have been faster.
                Files.deleteIfExists(file);
            }
        }
    }

    private Path file(String shard, Position position) {
        return folder.resolve(shard).resolve(name(position) + SUFFIX);
    }

    private static String name(Position position) {
        return position.sequenceNumber() + "-" + position.subSequenceNumber();
    }

    private static Position position(Path file) {
        String name = file.getFileName().toString();
        int dash = name.indexOf('-');
        return new Position(
                name.substring(0, dash),
                Long.parseLong(name.substring(dash + 1, name.indexOf('.'))));
    }
}
