package io.heliometer.spark.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamWriter;

/**
 * A sink that writes each batch exactly once, task by task: {@code foreachBatch}, in which every
 * partition of the batch is one transaction of a {@link TransactionalWriter}.
 *
 * <p>It rests on this: a batch that runs again has the same rows in the same partitions, so that a
 * partition which was committed may be skipped and the others complete it.
 *
 * <ul>
 *   <li>The same rows: the checkpoint holds the batch's offsets and watermark from before it ran,
 *       and state is read at the version of the batch before.
 *   <li>The same partitions, without a shuffle: one per topic partition that has records in the
 *       batch, in an order that follows from those offsets alone. {@code minPartitions} is not set.
 *   <li>The same partitions, with a shuffle: the hash of the key, modulo a number of partitions
 *       that the checkpoint fixes. Adaptive execution does not touch stateful plans.
 *   <li>The order of rows within a partition may differ; nobody reads half a transaction.
 * </ul>
 */
public final class TransactionalSink {
    private final String bootstrapServers;
    private final String applicationId;
    private final TopicPartition marker;
    private final Map<String, Object> producer;

    /**
     * Describes a sink; nothing is opened before a task writes.
     *
     * @param bootstrapServers of the cluster that holds all topics
     * @param applicationId prefix of transactional ids and of the groups that keep batch ids
     * @param topic any topic that exists
     * @param producer configuration of the producers
     */
    public TransactionalSink(
            String bootstrapServers,
            String applicationId,
            String topic,
            Map<String, String> producer) {
        this.bootstrapServers = bootstrapServers;
        this.applicationId = applicationId;
        this.marker = new TopicPartition(topic, 0);
        this.producer = new HashMap<>(producer);
        this.producer.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    /** Directs rows (topic, value) of a streaming query to this sink. */
    public DataStreamWriter<Row> writer(String query, Dataset<Row> rows) {
        var write = new WritePartition(
                applicationId + "-" + query,
                new KafkaTransactions(bootstrapServers, marker, producer));
        // Typed, because a lambda would match the overload for Scala as well.
        VoidFunction2<Dataset<Row>, Long> writeBatch = (batch, batchId) ->
                batch.select("topic", "value").foreachPartition(write.inBatch(batchId));
        return rows.writeStream().foreachBatch(writeBatch);
    }

    /** What a task runs; writers stay open in the executor, one per query and partition. */
    private record WritePartition(String query, KafkaTransactions kafka)
            implements java.io.Serializable {
        private static final Map<String, TransactionalWriter> WRITERS = new ConcurrentHashMap<>();

        ForeachPartitionFunction<Row> inBatch(long batchId) {
            return rows -> WRITERS.computeIfAbsent(
                            query + "-" + TaskContext.getPartitionId(),
                            id -> new TransactionalWriter(id, kafka))
                    .write(batchId, rows);
        }
    }
}
