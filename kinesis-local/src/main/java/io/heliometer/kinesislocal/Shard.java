package io.heliometer.kinesislocal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** One shard of a stream: its part of the ring, its records and its limits. */
final class Shard implements Closeable {
    private static final String ID_PREFIX = "shardId-";
    private static final int ID_DIGITS = 12;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private final int index;
    private final HashKey start;
    private final HashKey end;
    private final SequenceNumber numbers;
    private final ShardLog log;
    private final ShardLimits limits;

    Shard(StreamDescription stream, int index, ShardLog log, ShardLimits limits) {
        this.index = index;
        this.start = HashKey.startOf(index, stream.shardCount());
        this.end = (index == stream.shardCount() - 1
                        ? HashKey.startOf(0, 1)
                        : HashKey.startOf(index + 1, stream.shardCount()))
                .previous();
        this.numbers = new SequenceNumber(stream.createdMillis(), index);
        this.log = log;
        this.limits = limits;
    }

    /**
     * What became of a batch.
     *
     * @param firstOrdinal the first record's ordinal, if any was accepted
     * @param acceptedCount how many were accepted, from the first on
     */
    record Appended(long firstOrdinal, int acceptedCount) {}

    /** Returns the id of a shard, like {@code shardId-000000000003}. */
    static String id(int index) {
        return String.format(Locale.ROOT, "%s%0" + ID_DIGITS + "d", ID_PREFIX, index);
    }

    /**
     * Returns the index that an id means. As with the service, only the number counts: {@code 3}
     * will do.
     */
    static OptionalInt index(String id) {
        String digits = id.startsWith(ID_PREFIX) ? id.substring(ID_PREFIX.length()) : id;
        if (!DIGITS.matcher(digits).matches()) {
            return OptionalInt.empty();
        }
        long index = Long.parseLong(digits);
        return index > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) index);
    }

    String id() {
        return id(index);
    }

    int index() {
        return index;
    }

    HashKey start() {
        return start;
    }

    HashKey end() {
        return end;
    }

    SequenceNumber numbers() {
        return numbers;
    }

    ShardLog log() {
        return log;
    }

    ShardLimits limits() {
        return limits;
    }

    /** Appends as many of the records as the limits admit. */
    synchronized Appended append(List<Entry> entries, long nowMillis) throws IOException {
        int admitted = limits.admitWrite(entries, nowMillis);
        if (admitted == 0) {
            return new Appended(0, 0);
        }
        return new Appended(log.append(entries.subList(0, admitted), nowMillis), admitted);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
