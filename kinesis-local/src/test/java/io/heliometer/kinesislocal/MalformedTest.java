package io.heliometer.kinesislocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonGenerator;

/** Requests that are wrong get the service's errors, and the server goes on. */
class MalformedTest {
    private final SettableClock clock = new SettableClock(1_800_000_000_000L);

    @TempDir
    private Path data;

    private LocalServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = LocalServer.start(new Arguments(0, data, true), clock);
        client = new RawClient(server.port());
        call(Formats.JSON, "CreateStream", "{\"StreamName\":\"s\",\"ShardCount\":2}");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PutRecord          | 00                          | SerializationException", // a
                // number
                "PutRecord          | bf                          | SerializationException", // a
                // map
                // without an end
                "PutRecord          | bf6a53747265616d4e616d65    | SerializationException", // a
                // name
                // without a value
                "PutRecord          | bf6a53747265616d4e616d6501ff | SerializationException", // StreamName: 1
                "PutRecord          | bf6444617461f5ff            | SerializationException", // Data: true
                "PutRecords         | bf675265636f72647301ff      | SerializationException", // Records: 1
                "PutRecords         | bf675265636f7264738101ff    | SerializationException", // Records: [1]
                "PutRecords         | bf675265636f7264739f        | SerializationException", // Records without an end
                "PutRecord          | ff                          | SerializationException", // an
                // end
                // without a map
                "DescribeStream     | bfff                        | ValidationException", // nothing
                "DescribeStream     | bf6a53747265616d4e616d65f6ff | ValidationException", // StreamName: null
                "SubscribeToShard   | bfff                        | UnknownOperationException",
                "MakeCoffee         | bfff                        | UnknownOperationException",
            })
    void badCbor_getsTheServicesError(String operation, String hex, String type)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.call(operation, Formats.CBOR, HexFormat.of().parseHex(hex));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains(Formats.CBOR.contentType());
        assertThat(RawClient.text(Formats.CBOR, answer.body(), "__type")).isEqualTo(type);
        assertThat(RawClient.text(Formats.CBOR, answer.body(), "message")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PutRecord        | {                                               | SerializationException",
                "PutRecord        | []                                              | SerializationException",
                "PutRecord        | {\"PartitionKey\":7}                            | SerializationException",
                "PutRecord        | {\"PartitionKey\":{}}                           | SerializationException",
                "PutRecord        | {\"Data\":\"a\"}                                | SerializationException",
                "ListShards       | {\"ShardFilter\":\"x\"}                         | SerializationException",
                "ListShards       | {\"NextToken\":\"x\"}                           | InvalidArgumentException",
                "ListShards       | {\"StreamName\":\"s\",\"ShardFilter\":{\"Type\":\"x\"}} | ValidationException",
                "ListShards       | {\"StreamName\":\"s\",\"ShardFilter\":{\"Type\":\"AFTER_SHARD_ID\"}} | InvalidArgumentException",
                "ListShards       | {\"StreamName\":\"s\",\"ShardFilter\":{\"Type\":\"AT_TIMESTAMP\"}} | InvalidArgumentException",
                "DescribeStream   | {\"StreamARN\":\"s\"}                           | ValidationException",
                "DescribeStream   | {\"StreamName\":\"none\"}                       | ResourceNotFoundException",
                "GetRecords       | {\"ShardIterator\":\"x\"}                       | InvalidArgumentException",
                "GetRecords       | {\"ShardIterator\":\"aXRlcmF0b3IvMQ==\"}        | InvalidArgumentException",
                "CreateStream     | {\"StreamName\":\"s\",\"ShardCount\":1}         | ResourceInUseException",
                "CreateStream     | {\"StreamName\":\"t\",\"ShardCount\":999}       | LimitExceededException",
                "CreateStream     | {\"StreamName\":\"t\",\"ShardCount\":1,\"MaxRecordSizeInKiB\":1} | ValidationException",
                "CreateStream     | {\"StreamName\":\"t\",\"ShardCount\":1,\"StreamModeDetails\":{\"StreamMode\":\"ON_DEMAND\"}} | InvalidArgumentException",
            })
    void badJson_getsTheServicesError(String operation, String body, String type)
            throws IOException, InterruptedException {
        assertThat(errorOf(operation, body)).isEqualTo(type);
    }

    @Test
    void enhancedFanOut_isNamedInTheMessage() throws IOException, InterruptedException {
        assertThat(RawClient.text(
                        Formats.JSON,
                        call(Formats.JSON, "RegisterStreamConsumer", "{}").body(),
                        "message"))
                .contains("no enhanced fan-out");
    }

    @Test
    void missingCredentials_areRefused() throws IOException, InterruptedException {
        HttpRequest request = client.request(
                        "ListStreams",
                        Formats.JSON.contentType(),
                        "{}".getBytes(StandardCharsets.UTF_8))
                .build();
        HttpResponse<byte[]> answer = client.send(request);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RawClient.text(Formats.JSON, answer.body(), "__type"))
                .isEqualTo("MissingAuthenticationTokenException");
    }

    @Test
    void anotherContentType_isAnUnknownOperation() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                client.request("ListStreams", "text/plain", new byte[] {1}).build());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("UnknownOperationException");
    }

    @Test
    void anotherMethod_isDenied() throws IOException, InterruptedException {
        HttpRequest request =
                client.request("ListStreams", "text/plain", new byte[0]).GET().build();
        assertThat(client.send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void bodyAboveTheBound_isTooLarge() throws IOException, InterruptedException {
        assertThat(client.call("PutRecords", Formats.CBOR, new byte[Quotas.REQUEST_BYTES + 1])
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void oldIterator_isExpired() throws IOException, InterruptedException {
        byte[] answer = call(
                        Formats.JSON,
                        "GetShardIterator",
                        "{\"StreamName\":\"s\",\"ShardId\":\"shardId-000000000000\",\"ShardIteratorType\":\"LATEST\"}")
                .body();
        String read = "{\"ShardIterator\":\""
                + RawClient.text(Formats.JSON, answer, "ShardIterator") + "\"}";
        clock.advance(Quotas.TOKEN_MILLIS);
        assertThat(call(Formats.JSON, "GetRecords", read).statusCode()).isEqualTo(200);
        clock.advance(1);
        assertThat(errorOf("GetRecords", read)).isEqualTo("ExpiredIteratorException");
    }

    @Test
    void oldNextToken_isExpired() throws IOException, InterruptedException {
        byte[] answer = call(Formats.JSON, "ListShards", "{\"StreamName\":\"s\",\"MaxResults\":1}")
                .body();
        clock.advance(Quotas.TOKEN_MILLIS + 1);
        String next =
                "{\"NextToken\":\"" + RawClient.text(Formats.JSON, answer, "NextToken") + "\"}";
        assertThat(errorOf("ListShards", next)).isEqualTo("ExpiredNextTokenException");
    }

    @Test
    void recordSize_isLimitedPerStream() throws IOException, InterruptedException {
        call(
                Formats.JSON,
                "CreateStream",
                "{\"StreamName\":\"large\",\"ShardCount\":1,\"MaxRecordSizeInKiB\":10240}");
        assertThat(putSizes("s", Quotas.MEBIBYTE)).isEmpty();
        assertThat(putSizes("s", Quotas.MEBIBYTE + 1)).isEqualTo("ValidationException");
        assertThat(putSizes("large", 10 * Quotas.MEBIBYTE - 1)).isEmpty();
        assertThat(putSizes("large", 10 * Quotas.MEBIBYTE + 1)).isEqualTo("ValidationException");
    }

    @Test
    void batch_isLimitedInBytesAndRecords() throws IOException, InterruptedException {
        int nine = 900_000;
        assertThat(putSizes("s", nine, nine, nine, nine, nine, nine, nine, nine, nine, nine, nine))
                .isEmpty();
        assertThat(putSizes(
                        "s", nine, nine, nine, nine, nine, nine, nine, nine, nine, nine, nine,
                        nine))
                .isEqualTo("InvalidArgumentException");
        assertThat(putSizes("s", new int[500])).isEmpty();
        assertThat(putSizes("s", new int[501])).isEqualTo("ValidationException");
    }

    /**
     * Puts records of these sizes in one call; returns the error's type, empty if there is none.
     */
    private String putSizes(String stream, int... sizes) throws IOException, InterruptedException {
        byte[] body = RawClient.body(Formats.CBOR, recordsWriter(stream, sizes));
        return RawClient.text(
                Formats.CBOR, client.call("PutRecords", Formats.CBOR, body).body(), "__type");
    }

    private static Consumer<JsonGenerator> recordsWriter(String stream, int... sizes) {
        return out -> {
            out.writeStartObject();
            out.writeStringProperty("StreamName", stream);
            out.writeArrayPropertyStart("Records");
            for (int size : sizes) {
                out.writeStartObject();
                out.writeStringProperty("PartitionKey", "k");
                out.writeBinaryProperty("Data", new byte[size]);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        };
    }

    private String errorOf(String operation, String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = call(Formats.JSON, operation, body);
        assertThat(List.of(400, 404)).contains(answer.statusCode());
        return RawClient.text(Formats.JSON, answer.body(), "__type");
    }

    private HttpResponse<byte[]> call(Format format, String operation, String body)
            throws IOException, InterruptedException {
        return client.call(operation, format, body.getBytes(StandardCharsets.UTF_8));
    }
}
