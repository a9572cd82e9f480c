package io.heliometer.benchmarks.client;

import io.heliometer.benchmarks.transport.Address;
import io.heliometer.common.engine.UsageException;

import java.util.List;

/** Opens the client that an address asks for. */
public final class Clients {
    private Clients() {}

    /**
     * Opens a writer of one topic.
     *
     * @param paced whether records come on a schedule, and not as fast as the server takes them
     * @throws UsageException if there is no such transport
     */
    public static RecordSender sender(Address address, String topic, boolean paced)
            throws InterruptedException {
        return switch (address.transport()) {
            case Address.KAFKA ->
                new KafkaSender(address.require("bootstrap.servers"), topic, paced);
            case Address.KINESIS -> new KinesisSender(address, topic);
            default -> throw unknown(address);
        };
    }

    /**
     * Opens a reader of some topics, from their start.
     *
     * @throws UsageException if there is no such transport
     */
    public static RecordReader reader(Address address, List<String> topics)
            throws InterruptedException {
        return switch (address.transport()) {
            case Address.KAFKA -> new KafkaReader(address.require("bootstrap.servers"), topics);
            case Address.KINESIS -> new KinesisReader(address, topics);
            default -> throw unknown(address);
        };
    }

    private static UsageException unknown(Address address) {
        return new UsageException("transport must be kafka or kinesis, was " + address.transport());
    }
}
