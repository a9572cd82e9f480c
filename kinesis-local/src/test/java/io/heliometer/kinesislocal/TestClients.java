package io.heliometer.kinesislocal;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * Clients of the SDK for a server on the loopback interface, without retries, and what tests do
 * with them.
 */
final class TestClients {
    private TestClients() {}

    /** Returns a client that speaks CBOR, which is the SDK's own choice. */
    static KinesisClient of(int port) {
        return of(port, Formats.CBOR, type -> {});
    }

    /** Returns a client that speaks a format and tells the content types that it really sends. */
    static KinesisClient of(int port, Format format, Consumer<String> sent) {
        System.setProperty(
                SdkSystemSetting.CBOR_ENABLED.property(), Boolean.toString(format == Formats.CBOR));
        return KinesisClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("access", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1))
                        .addExecutionInterceptor(new Sent(sent)))
                .build();
    }

    /** Returns records that differ in key and data. */
    static List<PutRecordsRequestEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> entry("key-" + i, "value-" + i))
                .toList();
    }

    static PutRecordsRequestEntry entry(String key, String value) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(key)
                .data(SdkBytes.fromUtf8String(value))
                .build();
    }

    /** Returns an iterator over a stream's first shard. */
    static String iterator(KinesisClient client, String stream, ShardIteratorType type) {
        return client.getShardIterator(
                        r -> r.streamName(stream).shardId(Shard.id(0)).shardIteratorType(type))
                .shardIterator();
    }

    /** Returns the texts of a stream's first shard, from its start. */
    static List<String> texts(KinesisClient client, String stream) {
        String iterator = iterator(client, stream, ShardIteratorType.TRIM_HORIZON);
        return client.getRecords(r -> r.shardIterator(iterator)).records().stream()
                .map(record -> record.data().asUtf8String())
                .toList();
    }

    private record Sent(Consumer<String> contentType) implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(
                Context.BeforeTransmission context, ExecutionAttributes attributes) {
            context.httpRequest().firstMatchingHeader("Content-Type").ifPresent(contentType);
        }
    }
}
