package io.heliometer.kinesislocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescription;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** Every operation with the SDK as the client, in both formats. */
class SdkTest {
    private static final long NOW = 1_800_000_000_123L;
    private static final String STREAM = "readings";

    private final SettableClock clock = new SettableClock(NOW);
    private final Set<String> sent = new TreeSet<>();

    @TempDir
    private Path data;

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(new Arguments(0, data, false), clock);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        System.clearProperty(SdkSystemSetting.CBOR_ENABLED.property());
    }

    private KinesisClient client(boolean cbor) {
        return TestClients.of(server.port(), cbor ? Formats.CBOR : Formats.JSON, sent::add);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void format_isTheOneAskedFor(boolean cbor) {
        try (KinesisClient client = client(cbor)) {
            client.listStreams();
            assertThat(sent).containsExactly((cbor ? Formats.CBOR : Formats.JSON).contentType());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void createdStream_isActiveAtOnceAndCoversTheRing(boolean cbor) {
        try (KinesisClient client = client(cbor)) {
            client.createStream(r -> r.streamName(STREAM).shardCount(3));
            StreamDescriptionSummary summary = client.describeStreamSummary(
                            r -> r.streamName(STREAM))
                    .streamDescriptionSummary();
            assertThat(summary.streamStatus()).isEqualTo(StreamStatus.ACTIVE);
            assertThat(summary.openShardCount()).isEqualTo(3);
            assertThat(summary.streamCreationTimestamp()).isEqualTo(Instant.ofEpochMilli(NOW));
            StreamDescription description = client.describeStream(
                            r -> r.streamARN(summary.streamARN()))
                    .streamDescription();
            assertThat(description.shards().stream().map(s -> s.hashKeyRange().startingHashKey()))
                    .containsExactly(
                            "0",
                            "113427455640312821154458202477256070485",
                            "226854911280625642308916404954512140970");
            assertThat(description.shards().get(2).hashKeyRange().endingHashKey())
                    .isEqualTo("340282366920938463463374607431768211455");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listShards_goesOnFromItsToken(boolean cbor) {
        try (KinesisClient client = client(cbor)) {
            client.createStream(r -> r.streamName(STREAM).shardCount(5));
            List<String> ids = new ArrayList<>();
            ListShardsResponse page =
                    client.listShards(r -> r.streamName(STREAM).maxResults(2));
            page.shards().forEach(s -> ids.add(s.shardId()));
            while (page.nextToken() != null) {
                String token = page.nextToken();
                page = client.listShards(r -> r.nextToken(token).maxResults(2));
                page.shards().forEach(s -> ids.add(s.shardId()));
            }
            assertThat(ids)
                    .containsExactly(
                            Shard.id(0), Shard.id(1), Shard.id(2), Shard.id(3), Shard.id(4));
            for (ShardFilterType type :
                    List.of(ShardFilterType.AT_LATEST, ShardFilterType.AT_TRIM_HORIZON)) {
                assertThat(client.listShards(
                                        r -> r.streamName(STREAM).shardFilter(f -> f.type(type)))
                                .shards())
                        .hasSize(5);
            }
            assertThat(client.listShards(r -> r.streamName(STREAM)
                                    .shardFilter(f -> f.type(ShardFilterType.AT_TIMESTAMP)
                                            .timestamp(Instant.ofEpochMilli(NOW))))
                            .shards())
                    .hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void records_areReadAsTheyWerePut(boolean cbor) {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        try (KinesisClient client = client(cbor)) {
            client.createStream(r -> r.streamName(STREAM).shardCount(1));
            String number = client.putRecord(r -> r.streamName(STREAM)
                            .partitionKey("Kümmel \u2600 \ud83c\udf1e")
                            .data(SdkBytes.fromByteArray(bytes)))
                    .sequenceNumber();
            String iterator = TestClients.iterator(client, STREAM, ShardIteratorType.TRIM_HORIZON);
            GetRecordsResponse page = client.getRecords(r -> r.shardIterator(iterator));
            Record record = page.records().get(0);
            assertThat(record.sequenceNumber()).isEqualTo(number);
            assertThat(record.partitionKey()).isEqualTo("Kümmel \u2600 \ud83c\udf1e");
            assertThat(record.data().asByteArray()).isEqualTo(bytes);
            assertThat(record.approximateArrivalTimestamp()).isEqualTo(Instant.ofEpochMilli(NOW));
            assertThat(page.millisBehindLatest()).isZero();
            assertThat(page.hasChildShards()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void putRecords_keepsTheOrderInAShard(boolean cbor) {
        try (KinesisClient client = client(cbor)) {
            client.createStream(r -> r.streamName(STREAM).shardCount(4));
            PutRecordsResponse put =
                    client.putRecords(r -> r.streamName(STREAM).records(TestClients.entries(500)));
            assertThat(put.failedRecordCount()).isZero();
            for (int shard = 0; shard < 4; shard++) {
                String id = Shard.id(shard);
                String iterator = client.getShardIterator(r -> r.streamName(STREAM)
                                .shardId(id)
                                .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator();
                assertThat(client.getRecords(r -> r.shardIterator(iterator)).records().stream()
                                .map(Record::sequenceNumber))
                        .hasSizeGreaterThan(80)
                        .isSorted()
                        .containsExactlyElementsOf(put.records().stream()
                                .filter(r -> r.shardId().equals(id))
                                .map(PutRecordsResultEntry::sequenceNumber)
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void explicitHashKey_choosesTheShard(boolean cbor) {
        try (KinesisClient client = client(cbor)) {
            client.createStream(r -> r.streamName(STREAM).shardCount(3));
            assertThat(client.putRecord(r -> r.streamName(STREAM)
                                    .partitionKey("k")
                                    .explicitHashKey("226854911280625642308916404954512140970")
                                    .data(SdkBytes.fromUtf8String("x")))
                            .shardId())
                    .isEqualTo(Shard.id(2));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void iterators_beginWhereTheirTypeSays(boolean cbor) {
        try (KinesisClient client = client(cbor)) {
            client.createStream(r -> r.streamName(STREAM).shardCount(1));
            List<String> numbers = new ArrayList<>();
            for (String text : List.of("a", "b", "c")) {
                numbers.add(client.putRecords(
                                r -> r.streamName(STREAM).records(TestClients.entry("k", text)))
                        .records()
                        .get(0)
                        .sequenceNumber());
                clock.advance(1000);
            }
            assertThat(texts(client, ShardIteratorType.TRIM_HORIZON, null, null))
                    .containsExactly("a", "b", "c");
            assertThat(texts(client, ShardIteratorType.LATEST, null, null)).isEmpty();
            assertThat(texts(client, ShardIteratorType.AT_SEQUENCE_NUMBER, numbers.get(1), null))
                    .containsExactly("b", "c");
            assertThat(texts(client, ShardIteratorType.AFTER_SEQUENCE_NUMBER, numbers.get(1), null))
                    .containsExactly("c");
            assertThat(texts(client, ShardIteratorType.AT_TIMESTAMP, null, NOW + 1000))
                    .containsExactly("b", "c");
            assertThat(texts(client, ShardIteratorType.AT_TIMESTAMP, null, NOW + 1001))
                    .containsExactly("c");
            assertThat(texts(client, ShardIteratorType.AT_TIMESTAMP, null, 0L))
                    .containsExactly("a", "b", "c");
            String first = client.listShards(r -> r.streamName(STREAM))
                    .shards()
                    .get(0)
                    .sequenceNumberRange()
                    .startingSequenceNumber();
            assertThat(texts(client, ShardIteratorType.AT_SEQUENCE_NUMBER, first, null))
                    .containsExactly("a", "b", "c");
        }
    }

    private static List<String> texts(
            KinesisClient client,
            ShardIteratorType type,
            @Nullable String number,
            @Nullable Long millis) {
        String iterator = client.getShardIterator(r -> r.streamName(STREAM)
                        .shardId(Shard.id(0))
                        .shardIteratorType(type)
                        .startingSequenceNumber(number)
                        .timestamp(millis == null ? null : Instant.ofEpochMilli(millis)))
                .shardIterator();
        return client.getRecords(r -> r.shardIterator(iterator)).records().stream()
                .map(record -> record.data().asUtf8String())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void getRecords_goesOnPageByPageAndSaysHowFarBehind(boolean cbor) {
        try (KinesisClient client = client(cbor)) {
            client.createStream(r -> r.streamName(STREAM).shardCount(1));
            client.putRecords(r -> r.streamName(STREAM).records(TestClients.entries(300)));
            clock.advance(2000);
            String iterator = TestClients.iterator(client, STREAM, ShardIteratorType.TRIM_HORIZON);
            List<Long> behind = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int page = 0; page < 4; page++) {
                String current = iterator;
                GetRecordsResponse answer =
                        client.getRecords(r -> r.shardIterator(current).limit(100));
                answer.records().forEach(record -> texts.add(record.data().asUtf8String()));
                behind.add(answer.millisBehindLatest());
                iterator = answer.nextShardIterator();
            }
            assertThat(behind).containsExactly(2000L, 2000L, 0L, 0L);
            assertThat(texts).hasSize(300).startsWith("value-0", "value-1").endsWith("value-299");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void getRecords_givesAtMostTenMebibytes(boolean cbor) {
        byte[] large = new byte[Quotas.MEBIBYTE];
        Arrays.fill(large, (byte) 7);
        try (KinesisClient client = client(cbor)) {
            client.createStream(r -> r.streamName(STREAM).shardCount(1));
            for (int i = 0; i < 12; i++) {
                client.putRecord(r ->
                        r.streamName(STREAM).partitionKey("k").data(SdkBytes.fromByteArray(large)));
            }
            String iterator = TestClients.iterator(client, STREAM, ShardIteratorType.TRIM_HORIZON);
            GetRecordsResponse first = client.getRecords(r -> r.shardIterator(iterator));
            assertThat(first.records()).hasSize(9);
            GetRecordsResponse second =
                    client.getRecords(r -> r.shardIterator(first.nextShardIterator()));
            assertThat(second.records()).hasSize(3);
            assertThat(second.records().get(2).data().asByteArray()).isEqualTo(large);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deletedStream_isGoneAndItsNameIsFree(boolean cbor) {
        try (KinesisClient client = client(cbor)) {
            client.createStream(r -> r.streamName(STREAM).shardCount(1));
            client.putRecords(r -> r.streamName(STREAM).records(TestClients.entries(3)));
            String old = TestClients.iterator(client, STREAM, ShardIteratorType.TRIM_HORIZON);
            client.deleteStream(r -> r.streamName(STREAM));
            assertThatThrownBy(() -> client.describeStreamSummary(r -> r.streamName(STREAM)))
                    .isInstanceOf(ResourceNotFoundException.class);
            assertThat(client.listStreams().streamNames()).isEmpty();
            clock.advance(1);
            client.createStream(r -> r.streamName(STREAM).shardCount(1));
            assertThat(TestClients.texts(client, STREAM)).isEmpty();
            assertThatThrownBy(() -> client.getRecords(r -> r.shardIterator(old)))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }
}
