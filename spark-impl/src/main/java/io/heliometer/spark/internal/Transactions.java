package io.heliometer.spark.internal;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/** What a {@link TransactionalWriter} needs of Kafka. */
interface Transactions {
    /** Returns a new producer with this transactional id, not yet initialised. */
    Producer<byte[], byte[]> producer(String transactionalId);

    /**
     * Returns the offset that the group has committed for the marker, 0 if none. Waits for a
     * transaction of the group that is being committed.
     */
    long committed(String group);

    /** Returns the topic partition in whose name batch ids are committed. */
    TopicPartition marker();
}
