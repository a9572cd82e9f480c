package io.heliometer.benchmarks.transport;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

/** Clients of Kinesis and of DynamoDB for an address. */
public final class KinesisClients {
    private static final int MAX_CONNECTIONS = 64;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private KinesisClients() {}

    /** Returns a new client of Kinesis Data Streams. */
    public static KinesisAsyncClient kinesis(Address address) {
        var builder = KinesisAsyncClient.builder()
                .region(Region.of(address.require("region")))
                .credentialsProvider(credentials(address))
                .httpClientBuilder(http());
        address.find("kinesis.endpoint").map(URI::create).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** Returns a new client of DynamoDB, which holds the lease tables. */
    static DynamoDbAsyncClient dynamodb(Address address) {
        var builder = DynamoDbAsyncClient.builder()
                .region(Region.of(address.require("region")))
                .credentialsProvider(credentials(address))
                .httpClientBuilder(http());
        address.find("dynamodb.endpoint").map(URI::create).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** A stand-in takes any credentials; the real service takes those of the user's environment. */
    private static AwsCredentialsProvider credentials(Address address) {
        return address.find("kinesis.endpoint").isPresent()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))
                : DefaultCredentialsProvider.builder().build();
    }

    private static NettyNioAsyncHttpClient.Builder http() {
        return NettyNioAsyncHttpClient.builder()
                .protocol(Protocol.HTTP1_1)
                .maxConcurrency(MAX_CONNECTIONS)
                .connectionTimeout(CONNECT_LIMIT);
    }
}
