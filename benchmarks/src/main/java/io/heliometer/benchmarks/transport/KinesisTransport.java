package io.heliometer.benchmarks.transport;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

/** What every mode of Kinesis has in common: streams, and a lease table per application. */
abstract class KinesisTransport implements Transport {
    private final Address address;
    private final KinesisAsyncClient kinesis;
    private final DynamoDbAsyncClient dynamodb;
    private final KinesisStreams streams;
    private final LeaseTables leaseTables;

    KinesisTransport(Address address) {
        this.address = address;
        this.kinesis = KinesisClients.kinesis(address);
        this.dynamodb = KinesisClients.dynamodb(address);
        this.streams = new KinesisStreams(kinesis);
        this.leaseTables = new LeaseTables(dynamodb);
    }

    /** Returns the names of streams, as a sign that the service answers. */
    final List<String> streamNames() throws InterruptedException {
        return streams.names();
    }

    @Override
    public final String client() {
        return "aws-sdk-java " + VersionInfo.SDK_VERSION;
    }

    @Override
    public final Address address() {
        return address;
    }

    /** Creates streams; the settings of a topic mean nothing here. */
    @Override
    public final void createTopics(List<TopicSpec> topics) throws InterruptedException {
        for (TopicSpec topic : topics) {
            streams.create(topic.name(), topic.partitionCount());
        }
        for (TopicSpec topic : topics) {
            streams.awaitActive(topic.name());
        }
    }

    @Override
    public final void deleteTopics(Collection<String> topics) throws InterruptedException {
        for (String topic : topics) {
            streams.delete(topic);
        }
    }

    @Override
    public final void register(String application) throws InterruptedException {
        leaseTables.create(application);
    }

    @Override
    public final void unregister(String application) throws InterruptedException {
        leaseTables.delete(application);
    }

    @Override
    public OptionalLong serverCpuMillis() {
        return OptionalLong.empty();
    }

    @Override
    public long throttledCount() {
        return 0;
    }

    @Override
    public void close() {
        kinesis.close();
        dynamodb.close();
    }
}
