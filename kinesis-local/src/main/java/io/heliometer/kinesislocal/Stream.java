package io.heliometer.kinesislocal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One stream: its description, its shards and what was counted of it. */
final class Stream implements Closeable {
    private final StreamDescription description;
    private final List<Shard> shards;
    private final StreamStats stats = new StreamStats();

    private Stream(StreamDescription description, List<Shard> shards) {
        this.description = description;
        this.shards = List.copyOf(shards);
    }

    /** Opens the stream of a folder, creating the segments that are not there yet. */
    static Stream open(StreamDescription description, Path folder, boolean limited, long nowMillis)
            throws IOException {
        List<Shard> shards = new ArrayList<>();
        for (int index = 0; index < description.shardCount(); index++) {
            ShardLog log = ShardLog.open(folder.resolve(Shard.id(index) + ".log"));
            shards.add(new Shard(description, index, log, new ShardLimits(limited, nowMillis)));
        }
        return new Stream(description, shards);
    }

    StreamDescription description() {
        return description;
    }

    List<Shard> shards() {
        return shards;
    }

    StreamStats stats() {
        return stats;
    }

    /** Returns the index of the shard that a record belongs to. */
    int shardOf(Entry entry) {
        String explicit = entry.explicitHashKey();
        if (explicit != null) {
            return shardOf(HashKey.ofExplicit(explicit));
        }
        // With one shard there is nothing to choose, and nothing to hash.
        return shards.size() == 1 ? 0 : shardOf(HashKey.ofPartitionKey(entry.keyUtf8()));
    }

    private int shardOf(HashKey key) {
        int low = 0;
        int high = shards.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (shards.get(middle).start().compareTo(key) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public void close() throws IOException {
        for (Shard shard : shards) {
            shard.close();
        }
    }
}
