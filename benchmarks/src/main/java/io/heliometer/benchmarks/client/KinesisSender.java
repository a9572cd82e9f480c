package io.heliometer.benchmarks.client;

import io.heliometer.benchmarks.transport.Address;
import io.heliometer.benchmarks.transport.KinesisClients;
import io.heliometer.common.workload.ScheduledRecord;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.Shard;

/**
 * Sends to a Kinesis stream by PutRecords, one request at a time per shard: Kinesis promises no
 * order between requests that overlap, and the lateness rule rests on it. A record reaches its
 * shard by an explicit hash key, as the partition is decided by the site.
 */
final class KinesisSender implements RecordSender {
    private final KinesisAsyncClient client;
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "kinesis-retry");
                thread.setDaemon(true);
                return thread;
            });
    private final List<ShardLane> lanes;

    /** Connects and asks for the shards. */
    KinesisSender(Address address, String stream) {
        client = KinesisClients.kinesis(address);
        List<Shard> shards = KinesisShards.of(client, stream);
        boolean aggregate =
                address.find(Address.AGGREGATE).map(Boolean::parseBoolean).orElse(false);
        lanes = IntStream.range(0, shards.size())
                .mapToObj(shard -> new ShardLane(
                        client,
                        retries,
                        stream,
                        shards.get(shard).hashKeyRange().startingHashKey(),
                        aggregate))
                .toList();
    }

    @Override
    public void send(ScheduledRecord scheduled) throws InterruptedException {
        lanes.get(scheduled.partition())
                .send(Integer.toString(scheduled.key()), scheduled.payload());
    }

    @Override
    public void flush() throws InterruptedException {
        for (ShardLane lane : lanes) {
            lane.flush();
        }
    }

    @Override
    public void close() {
        retries.shutdownNow();
        client.close();
    }
}
