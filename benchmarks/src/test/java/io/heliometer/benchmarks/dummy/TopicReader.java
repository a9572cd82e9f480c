package io.heliometer.benchmarks.dummy;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the input topic until every partition has shown an end-of-stream marker. */
record TopicReader(Job job, PanelRegistry registry, List<ScheduledRecord> records)
        implements Workload {
    static List<ExpectedRow> answer(Job job) throws IOException {
        TopicReader reader = new TopicReader(job, job.registry(), readAll(job));
        return Oracle.answer(job.query(), reader);
    }

    private static List<ScheduledRecord> readAll(Job job) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", job.bootstrapServers(),
                "key.deserializer", ByteArrayDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class);
        List<ScheduledRecord> records = new ArrayList<>();
        Set<Integer> ended = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
            List<TopicPartition> partitions = IntStream.range(0, job.partitions())
                    .mapToObj(partition -> new TopicPartition(job.panelTopic(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ended.size() < job.partitions()) {
                for (ConsumerRecord<byte[], byte[]> next : consumer.poll(Duration.ofMillis(100))) {
                    records.add(new ScheduledRecord(
                            next.partition(), 0, next.timestamp(), next.value()));
                    if (ReadingCodec.arrival(next.value()).isFlush()) {
                        ended.add(next.partition());
                    }
                }
            }
        }
        return records;
    }

    @Override
    public Horizon horizon() {
        return job.horizon();
    }

    @Override
    public int partitions() {
        return job.partitions();
    }

    @Override
    public RecordCursor open(int partition) {
        Iterator<ScheduledRecord> inPartition =
                records.stream().filter(next -> next.partition() == partition).iterator();
        return () -> inPartition.hasNext() ? inPartition.next() : null;
    }
}
