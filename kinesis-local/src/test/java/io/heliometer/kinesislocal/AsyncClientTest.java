package io.heliometer.kinesislocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The asynchronous client, which the KCL uses: many requests at once on many connections. */
class AsyncClientTest {
    private static final String STREAM = "readings";
    private static final int CALLS = 40;

    @TempDir
    private Path data;

    @Test
    void requestsAtOnce_areAllAnswered() throws IOException {
        try (LocalServer server =
                        LocalServer.start(new Arguments(0, data, false), InstantSource.system());
                KinesisAsyncClient client = client(server.port())) {
            client.createStream(r -> r.streamName(STREAM).shardCount(1)).join();
            List<CompletableFuture<PutRecordsResponse>> puts = IntStream.range(0, CALLS)
                    .mapToObj(i -> client.putRecords(
                            r -> r.streamName(STREAM).records(TestClients.entries(100))))
                    .toList();
            puts.forEach(put -> assertThat(put.join().failedRecordCount()).isZero());
            String iterator = client.getShardIterator(r -> r.streamName(STREAM)
                            .shardId(Shard.id(0))
                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .join()
                    .shardIterator();
            List<CompletableFuture<GetRecordsResponse>> gets = IntStream.range(0, CALLS)
                    .mapToObj(i -> client.getRecords(r -> r.shardIterator(iterator)))
                    .toList();
            gets.forEach(get -> assertThat(get.join().records()).hasSize(CALLS * 100));
        }
    }

    private static KinesisAsyncClient client(int port) {
        return KinesisAsyncClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("access", "secret")))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))
                .build();
    }
}
