package io.heliometer.kinesislocal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All streams, in memory and in the data folder: one folder {@code stream-<name>} each. A folder
 * gets its name when it is complete and loses it before it is deleted, so a kill leaves no half of
 * a stream.
 */
final class Streams implements Closeable {
    /** The account that streams belong to; it stands in ARNs and messages. */
    static final String ACCOUNT = "000000000000";

    private static final String PREFIX = "stream-";
    private static final String INCOMPLETE_PREFIX = "incomplete-";

    private final Path data;
    private final boolean limited;
    private final InstantSource clock;
    private final FileChannel lockFile;
    private final ConcurrentSkipListMap<String, Stream> streams = new ConcurrentSkipListMap<>();

    private Streams(Path data, boolean limited, InstantSource clock, FileChannel lockFile) {
        this.data = data;
        this.limited = limited;
        this.clock = clock;
        this.lockFile = lockFile;
    }

    /** Opens a data folder with all its streams, creating it if it is not there. */
    static Streams open(Path data, boolean limited, InstantSource clock) throws IOException {
        Files.createDirectories(data);
        Streams streams = new Streams(data, limited, clock, lock(data));
        for (Path folder : list(data)) {
            String name = folder.getFileName().toString();
            if (name.startsWith(INCOMPLETE_PREFIX)) {
                deleteFolder(folder);
            } else if (name.startsWith(PREFIX)) {
                streams.load(folder);
            }
        }
        return streams;
    }

    private static FileChannel lock(Path data) throws IOException {
        FileChannel file = FileChannel.open(
                data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return file;
            }
        } catch (OverlappingFileLockException e) {
            // Another server of this process: the same answer as for another process.
        }
        file.close();
        throw new DataInUseException(data);
    }

    private void load(Path folder) throws IOException {
        StreamDescription description = StreamDescription.load(folder);
        streams.put(description.name(), Stream.open(description, folder, limited, clock.millis()));
    }

    /** Creates a stream; it is active at once. */
    synchronized void create(String name, int shardCount, int maxRecordKib) throws IOException {
        if (streams.containsKey(name)) {
            throw new ServiceException(
                    "ResourceInUseException",
                    "Stream " + name + " under account " + ACCOUNT + " already exists.");
        }
        requireRoomFor(shardCount);
        StreamDescription description =
                new StreamDescription(name, shardCount, maxRecordKib, clock.millis());
        Path incomplete = data.resolve(INCOMPLETE_PREFIX + name);
        Files.createDirectory(incomplete);
        description.save(incomplete);
        Path folder = data.resolve(PREFIX + name);
        Files.move(incomplete, folder, StandardCopyOption.ATOMIC_MOVE);
        streams.put(name, Stream.open(description, folder, limited, clock.millis()));
    }

    private void requireRoomFor(int shardCount) {
        int shards = streams.values().stream().mapToInt(s -> s.shards().size()).sum();
        if (shards + shardCount > Quotas.SHARDS) {
            throw new ServiceException(
                    "LimitExceededException",
                    "This request would exceed the shard limit for the account " + ACCOUNT
                            + " in us-east-1. Current "
                            + "shard count for the account: " + shards + ". Limit: " + Quotas.SHARDS
                            + ". Number of additional shards that would have resulted from this request: "
                            + shardCount + ". Refer to the AWS Service Limits page "
                            + "(http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for current "
                            + "limits and how to request higher limits.");
        }
    }

    /** Deletes a stream and its records. */
    synchronized void delete(String name) throws IOException {
        Stream stream = requested(name);
        streams.remove(name);
        Path incomplete = data.resolve(INCOMPLETE_PREFIX + name);
        Files.move(data.resolve(PREFIX + name), incomplete, StandardCopyOption.ATOMIC_MOVE);
        stream.close();
        deleteFolder(incomplete);
    }

    /**
     * Returns and counts the stream that a request is for; ResourceNotFoundException if it is not
     * there.
     */
    Stream requested(String name) {
        return requested(name, "Stream " + name + " under account " + ACCOUNT + " not found.");
    }

    /**
     * Returns and counts the stream that a request is for; ResourceNotFoundException with this text
     * otherwise.
     */
    Stream requested(String name, String absent) {
        Stream stream = streams.get(name);
        if (stream == null) {
            throw ServiceException.notFound(absent);
        }
        stream.stats().countRequest();
        return stream;
    }

    /** Returns the time, in milliseconds since the epoch. */
    long nowMillis() {
        return clock.millis();
    }

    /** Returns all streams by name. */
    NavigableMap<String, Stream> all() {
        return streams;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (java.util.stream.Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    @Override
    public void close() throws IOException {
        for (Stream stream : streams.values()) {
            stream.close();
        }
        lockFile.close();
    }
}
