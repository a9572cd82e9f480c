package io.heliometer.kinesislocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The limits of a shard per second, by a clock that the test moves. */
class LimitsTest {
    private static final String STREAM = "readings";

    private final SettableClock clock = new SettableClock(1_800_000_000_000L);

    @TempDir
    private Path data;

    private LocalServer server;
    private KinesisClient client;

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(new Arguments(0, data, true), clock);
        client = TestClients.of(server.port());
        client.createStream(r -> r.streamName(STREAM).shardCount(2));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void recordsIn_areLimitedToAThousandPerSecondAndShard() {
        assertThat(put(500, "a", 0).failedRecordCount()).isZero();
        assertThat(put(500, "a", 0).failedRecordCount()).isZero();
        assertThat(put(1, "a", 0).failedRecordCount()).isEqualTo(1);
        assertThat(put(500, "c", 0).failedRecordCount()).as("the other shard").isZero();
        clock.advance(100);
        assertThat(put(500, "a", 0).failedRecordCount()).isEqualTo(400);
        clock.advance(10_000);
        assertThat(put(500, "a", 0).failedRecordCount()).isZero();
        assertThat(put(500, "a", 0).failedRecordCount()).isZero();
        assertThat(put(1, "a", 0).failedRecordCount())
                .as("no more than a second is saved up")
                .isEqualTo(1);
    }

    @Test
    void bytesIn_areLimitedToAMebibytePerSecondAndShard() {
        assertThat(put(4, "a", 262_143).failedRecordCount()).isZero();
        assertThat(put(1, "a", 262_143).failedRecordCount()).isEqualTo(1);
        clock.advance(250);
        assertThat(put(1, "a", 262_143).failedRecordCount()).isZero();
    }

    @Test
    void afterARefusedRecord_theRestOfItsShardIsRefusedToo() {
        List<PutRecordsRequestEntry> entries =
                List.of(entry("a", 900_000), entry("a", 900_000), entry("c", 10), entry("a", 10));
        PutRecordsResponse answer = client.putRecords(r -> r.streamName(STREAM).records(entries));
        assertThat(answer.failedRecordCount()).isEqualTo(2);
        assertThat(answer.records().stream()
                        .map(PutRecordsResultEntry::errorCode)
                        .map(Objects::toString))
                .containsExactly("null", ShardLimits.THROTTLED, "null", ShardLimits.THROTTLED);
        assertThat(answer.records().get(1).errorMessage()).startsWith("Rate exceeded for shard");
        assertThat(answer.records().get(1).sequenceNumber()).isNull();
    }

    @Test
    void putRecord_isRefusedAsAWhole() {
        put(500, "a", 0);
        put(500, "a", 0);
        assertThatThrownBy(() -> client.putRecord(r ->
                        r.streamName(STREAM).partitionKey("a").data(SdkBytes.fromUtf8String("x"))))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void reads_areLimitedToFivePerSecondAndShard() {
        String iterator = TestClients.iterator(client, STREAM, ShardIteratorType.LATEST);
        for (int i = 0; i < 5; i++) {
            client.getRecords(r -> r.shardIterator(iterator));
        }
        assertThatThrownBy(() -> client.getRecords(r -> r.shardIterator(iterator)))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
        clock.advance(200);
        assertThatCode(() -> client.getRecords(r -> r.shardIterator(iterator)))
                .doesNotThrowAnyException();
    }

    @Test
    void bytesOut_areLimitedToTwoMebibytesPerSecondAndShard() {
        for (int i = 0; i < 6; i++) {
            assertThat(put(1, "a", Quotas.MEBIBYTE - 1).failedRecordCount()).isZero();
            clock.advance(1000);
        }
        String iterator = TestClients.iterator(client, STREAM, ShardIteratorType.TRIM_HORIZON);
        assertThat(client.getRecords(r -> r.shardIterator(iterator)).records()).hasSize(6);
        clock.advance(2000);
        assertThatThrownBy(() -> client.getRecords(r -> r.shardIterator(iterator)))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
        clock.advance(1);
        assertThat(client.getRecords(r -> r.shardIterator(iterator)).records()).hasSize(6);
    }

    @Test
    void stats_countWhatPassedAndWhatDidNot() throws IOException, InterruptedException {
        put(500, "a", 10);
        put(500, "a", 10);
        put(7, "a", 10);
        String iterator = TestClients.iterator(client, STREAM, ShardIteratorType.TRIM_HORIZON);
        for (int i = 0; i < 5; i++) {
            client.getRecords(r -> r.shardIterator(iterator).limit(10));
        }
        assertThatThrownBy(() -> client.getRecords(r -> r.shardIterator(iterator)))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/stats"))
                .build();
        HttpResponse<byte[]> answer = new RawClient(server.port()).send(request);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"requests\":12,\"streams\":{\"readings\":{\"requests\":10,\"recordsPut\":1000,"
                                + "\"bytesPut\":11000,\"recordsRead\":50,\"bytesRead\":550,\"throttledWrites\":7,"
                                + "\"throttledReads\":1}}}");
    }

    /**
     * Puts equal records in one call; the keys "a" and "c" are sent to the first and the second
     * shard.
     */
    private PutRecordsResponse put(int count, String key, int dataBytes) {
        List<PutRecordsRequestEntry> entries = Collections.nCopies(count, entry(key, dataBytes));
        return client.putRecords(r -> r.streamName(STREAM).records(entries));
    }

    private static PutRecordsRequestEntry entry(String key, int dataBytes) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(key)
                .explicitHashKey(key.equals("a") ? "0" : "340282366920938463463374607431768211455")
                .data(SdkBytes.fromByteArray(new byte[dataBytes]))
                .build();
    }
}
