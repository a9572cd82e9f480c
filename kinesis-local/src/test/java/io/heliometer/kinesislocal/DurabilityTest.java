package io.heliometer.kinesislocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** What was acknowledged is still there after the server's death. */
class DurabilityTest {
    private static final String STREAM = "readings";
    private static final int WAIT_SECONDS = 60;
    private static final int MAX_CALLS = 100_000;

    @TempDir
    private Path data;

    @Test
    void acknowledgedRecords_surviveKillMinusNine() throws IOException, InterruptedException {
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch enough = new CountDownLatch(20);
        try (ServerProcess server = ServerProcess.start(data, "--limits", "off");
                KinesisClient client = TestClients.of(server.port())) {
            client.createStream(r -> r.streamName(STREAM).shardCount(1));
            Thread putter = new Thread(() -> putUntilItFails(client, acknowledged, enough));
            putter.start();
            assertThat(enough.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            // In the middle of its work: the putter does not pause.
            server.kill();
            putter.join();
        }
        try (ServerProcess server = ServerProcess.start(data, "--limits", "off");
                KinesisClient client = TestClients.of(server.port())) {
            List<String> stored = numbers(client);
            assertThat(stored).startsWith(acknowledged.toArray(new String[0]));
            assertThat(client.putRecords(
                                    r -> r.streamName(STREAM).records(TestClients.entry("k", "v")))
                            .records()
                            .get(0)
                            .sequenceNumber())
                    .isGreaterThan(stored.get(stored.size() - 1));
        }
    }

    private static void putUntilItFails(
            KinesisClient client, List<String> acknowledged, CountDownLatch enough) {
        try {
            for (int call = 0; call < MAX_CALLS; call++) {
                client
                        .putRecords(r -> r.streamName(STREAM).records(TestClients.entries(100)))
                        .records()
                        .stream()
                        .map(PutRecordsResultEntry::sequenceNumber)
                        .forEach(acknowledged::add);
                enough.countDown();
            }
        } catch (SdkException e) {
            // The server was killed: what is acknowledged by now is what counts.
            return;
        }
    }

    /** Returns the numbers of all records of the first shard. */
    private static List<String> numbers(KinesisClient client) {
        List<String> numbers = new ArrayList<>();
        String iterator = TestClients.iterator(client, STREAM, ShardIteratorType.TRIM_HORIZON);
        GetRecordsResponse page;
        do {
            String current = iterator;
            page = client.getRecords(r -> r.shardIterator(current));
            page.records().forEach(record -> numbers.add(record.sequenceNumber()));
            iterator = page.nextShardIterator();
        } while (!page.records().isEmpty());
        return numbers;
    }

    @Test
    void iterator_survivesARestart() throws IOException {
        SettableClock clock = new SettableClock(1_800_000_000_000L);
        String next;
        try (LocalServer server = LocalServer.start(new Arguments(0, data, true), clock);
                KinesisClient client = TestClients.of(server.port())) {
            client.createStream(r -> r.streamName(STREAM).shardCount(1));
            client.putRecords(r -> r.streamName(STREAM).records(TestClients.entries(3)));
            String first = TestClients.iterator(client, STREAM, ShardIteratorType.TRIM_HORIZON);
            next = client.getRecords(r -> r.shardIterator(first).limit(2)).nextShardIterator();
        }
        try (LocalServer server = LocalServer.start(new Arguments(0, data, true), clock);
                KinesisClient client = TestClients.of(server.port())) {
            assertThat(client.getRecords(r -> r.shardIterator(next)).records())
                    .singleElement()
                    .satisfies(record ->
                            assertThat(record.data().asUtf8String()).isEqualTo("value-2"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 20})
    void tornTail_isCutOff(int bytesLeft) throws IOException {
        SettableClock clock = new SettableClock(1_800_000_000_000L);
        Path segment = data.resolve("stream-" + STREAM).resolve(Shard.id(0) + ".log");
        create(clock);
        long whole = Files.size(segment);
        put(clock, "torn");
        try (var file = Files.newByteChannel(segment, StandardOpenOption.WRITE)) {
            file.truncate(whole + bytesLeft);
        }
        assertThat(put(clock, "after")).containsExactly("value-0", "value-1", "value-2", "after");
    }

    @Test
    void flippedBit_endsTheSegment() throws IOException {
        SettableClock clock = new SettableClock(1_800_000_000_000L);
        Path segment = data.resolve("stream-" + STREAM).resolve(Shard.id(0) + ".log");
        create(clock);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 1] ^= 1;
        Files.write(segment, bytes);
        assertThat(put(clock, "after")).containsExactly("value-0", "value-1", "after");
    }

    @Test
    void incompleteFolder_isRemoved() throws IOException {
        Path incomplete = Files.createDirectories(data.resolve("incomplete-x"));
        Files.createFile(incomplete.resolve(Shard.id(0) + ".log"));
        LocalServer.start(new Arguments(0, data, true), new SettableClock(0)).close();
        assertThat(incomplete).doesNotExist();
    }

    private void create(SettableClock clock) throws IOException {
        try (LocalServer server = LocalServer.start(new Arguments(0, data, true), clock);
                KinesisClient client = TestClients.of(server.port())) {
            client.createStream(r -> r.streamName(STREAM).shardCount(1));
            client.putRecords(r -> r.streamName(STREAM).records(TestClients.entries(3)));
        }
    }

    /** Starts a server, puts one record and returns all that are there. */
    private List<String> put(SettableClock clock, String value) throws IOException {
        try (LocalServer server = LocalServer.start(new Arguments(0, data, true), clock);
                KinesisClient client = TestClients.of(server.port())) {
            client.putRecords(r -> r.streamName(STREAM).records(TestClients.entry("k", value)));
            return TestClients.texts(client, STREAM);
        }
    }
}
