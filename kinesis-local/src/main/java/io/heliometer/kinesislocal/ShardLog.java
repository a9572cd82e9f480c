package io.heliometer.kinesislocal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * One shard's records in one append-only file. A batch is on its way with one write() before it
 * becomes visible, so an acknowledged record survives the death of this process; there is no fsync,
 * so not that of the machine.
 */
final class ShardLog implements Closeable {
    private final FileChannel file;
    private final SparseIndex index;
    private volatile Tail tail;

    /**
     * Where the whole records end.
     *
     * @param position the file's length, in bytes
     * @param ordinal the last record's ordinal; 0 if there is none
     * @param arrivalMillis when it arrived
     */
    record Tail(long position, long ordinal, long arrivalMillis) {}

    private ShardLog(FileChannel file, SparseIndex index, Tail tail) {
        this.file = file;
        this.index = index;
        this.tail = tail;
    }

    /** Opens or creates a segment; an incomplete record at its end is cut off. */
    static ShardLog open(Path segment) throws IOException {
        SparseIndex index = new SparseIndex();
        Tail tail = Files.exists(segment) ? LogRecovery.recover(segment, index) : new Tail(0, 0, 0);
        FileChannel file = FileChannel.open(
                segment,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        long torn = file.size() - tail.position();
        if (torn > 0) {
            System.err.printf(
                    "%s: cut off %d bytes after record %d: not a whole record%n",
                    segment, torn, tail.ordinal);
            file.truncate(tail.position());
        }
        return new ShardLog(file, index, tail);
    }

    /**
     * Appends records in order.
     *
     * @return the first record's ordinal
     */
    synchronized long append(List<Entry> entries, long nowMillis) throws IOException {
        Tail old = tail;
        // Arrivals never go back, whatever the clock does: readers search by them.
        long arrivalMillis = Math.max(nowMillis, old.arrivalMillis);
        ByteBuffer frames =
                ByteBuffer.allocate(entries.stream().mapToInt(Frame::bytes).sum());
        for (Entry entry : entries) {
            Frame.write(frames, entry, arrivalMillis);
        }
        write(frames.flip(), old.position);
        long position = old.position;
        long ordinal = old.ordinal;
        for (Entry entry : entries) {
            index.add(++ordinal, position, arrivalMillis);
            position += Frame.bytes(entry);
        }
        tail = new Tail(position, ordinal, arrivalMillis);
        return old.ordinal + 1;
    }

    /**
     * Writes all or nothing: what a full disk leaves of a batch must not be found by a recovery.
     */
    private void write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        try {
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
        } catch (IOException e) {
            file.truncate(position);
            throw e;
        }
    }

    /** Returns the end as it is now. */
    Tail tail() {
        return tail;
    }

    /**
     * Returns a walk that begins with the record of an ordinal, or with what comes next if there is
     * none yet.
     */
    LogCursor cursorAt(long ordinal) throws IOException {
        Tail until = tail;
        if (ordinal > until.ordinal) {
            return new LogCursor(
                    file, new SparseIndex.Place(ordinal, until.position), until.position);
        }
        LogCursor cursor = new LogCursor(file, index.atOrBefore(ordinal), until.position);
        while (cursor.nextOrdinal() < ordinal && cursor.next()) {
            // Over the records between the noted one and the wanted one.
        }
        return cursor;
    }

    /** Returns the ordinal of the first record that arrived at a time or later. */
    long ordinalAt(long millis) throws IOException {
        LogCursor cursor = new LogCursor(file, index.arrivedBefore(millis), tail.position);
        while (cursor.next()) {
            if (cursor.arrivalMillis() >= millis) {
                return cursor.nextOrdinal() - 1;
            }
        }
        return cursor.nextOrdinal();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
