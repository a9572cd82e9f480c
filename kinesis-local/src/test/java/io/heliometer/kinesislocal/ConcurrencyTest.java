package io.heliometer.kinesislocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Several clients at once. */
class ConcurrencyTest {
    private static final String STREAM = "readings";
    private static final int PUTTERS = 3;
    private static final int CALLS = 20;
    private static final int BATCH = 100;
    private static final int MAX_READS = 100_000;

    @TempDir
    private Path data;

    @Test
    void reader_seesEveryRecordOnceAndInEachPuttersOrder()
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(PUTTERS);
        try (LocalServer server =
                        LocalServer.start(new Arguments(0, data, false), InstantSource.system());
                KinesisClient client = TestClients.of(server.port())) {
            client.createStream(r -> r.streamName(STREAM).shardCount(1));
            List<Future<?>> putters = new ArrayList<>();
            for (int putter = 0; putter < PUTTERS; putter++) {
                String key = "putter-" + putter;
                putters.add(threads.submit(() -> put(client, key)));
            }
            List<String> read = read(client, PUTTERS * CALLS * BATCH);
            for (Future<?> putter : putters) {
                putter.get();
            }
            for (int putter = 0; putter < PUTTERS; putter++) {
                String prefix = "putter-" + putter + ":";
                assertThat(read.stream().filter(text -> text.startsWith(prefix)))
                        .containsExactlyElementsOf(IntStream.range(0, CALLS * BATCH)
                                .mapToObj(i -> prefix + i)
                                .toList());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void put(KinesisClient client, String key) {
        for (int call = 0; call < CALLS; call++) {
            int first = call * BATCH;
            List<PutRecordsRequestEntry> entries = IntStream.range(first, first + BATCH)
                    .mapToObj(i -> TestClients.entry(key, key + ":" + i))
                    .toList();
            client.putRecords(r -> r.streamName(STREAM).records(entries));
        }
    }

    private static List<String> read(KinesisClient client, int count) {
        List<String> texts = new ArrayList<>();
        String iterator = TestClients.iterator(client, STREAM, ShardIteratorType.TRIM_HORIZON);
        for (int reads = 0; reads < MAX_READS && texts.size() < count; reads++) {
            String current = iterator;
            GetRecordsResponse page = client.getRecords(r -> r.shardIterator(current));
            page.records().forEach(record -> texts.add(record.data().asUtf8String()));
            iterator = page.nextShardIterator();
        }
        return texts;
    }
}
