package io.heliometer.kinesis.internal;

import io.heliometer.common.engine.Job;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

/**
 * The clients of a worker, for the real service or for local stand-ins. One HTTP client for both:
 * HTTP/1.1, because only enhanced fan-out needs HTTP/2 and a stand-in may not speak it.
 *
 * @param http the connections
 * @param kinesis streams
 * @param dynamo the lease table
 */
public record Clients(
        SdkAsyncHttpClient http, KinesisAsyncClient kinesis, DynamoDbAsyncClient dynamo)
        implements AutoCloseable {
    /** Stand-ins take any credentials, but the SDK wants to sign with some. */
    private static final StaticCredentialsProvider ANY_CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    /** Reads of four shards, writes of each and renewals of leases run at once. */
    private static final int CONNECTIONS = 64;

    /** Returns clients for the endpoints of the job; nothing is connected yet. */
    public static Clients of(Job job) {
        SdkAsyncHttpClient http = NettyNioAsyncHttpClient.builder()
                .protocol(Protocol.HTTP1_1)
                .maxConcurrency(CONNECTIONS)
                .build();
        var kinesis = KinesisAsyncClient.builder().httpClient(http).region(Region.of(job.region()));
        var dynamo = DynamoDbAsyncClient.builder().httpClient(http).region(Region.of(job.region()));
        standIn(kinesis, job.kinesisEndpoint());
        standIn(dynamo, job.dynamodbEndpoint());
        return new Clients(http, kinesis.build(), dynamo.build());
    }

    private static void standIn(AwsClientBuilder<?, ?> client, Optional<URI> endpoint) {
        endpoint.ifPresent(uri -> {
            client.endpointOverride(uri);
            client.credentialsProvider(ANY_CREDENTIALS);
        });
    }

    @Override
    public void close() {
        kinesis.close();
        dynamo.close();
        http.close();
    }
}
