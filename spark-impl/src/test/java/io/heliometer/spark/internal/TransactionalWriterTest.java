package io.heliometer.spark.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

final class TransactionalWriterTest {
    private static final String ID = "trial-string-rollup-0";

    private final FakeKafka kafka = new FakeKafka();
    private final TransactionalWriter writer = new TransactionalWriter(ID, kafka);

    @Test
    void batch_isWrittenTogetherWithItsId() {
        assertThat(writer.write(0, rows("a", "b"))).isTrue();

        assertThat(kafka.committedRows()).containsExactly("a", "b");
        assertThat(kafka.committed(ID)).isEqualTo(1);
    }

    @Test
    void batchAfterBatch_sharesOneProducer() {
        writer.write(0, rows("a"));

        assertThat(writer.write(1, rows("b"))).isTrue();

        assertThat(kafka.committedRows()).containsExactly("a", "b");
        assertThat(kafka.producers).hasSize(1);
    }

    @Test
    void committedBatch_isSkippedByTheSameWriter() {
        writer.write(0, rows("a"));
        Iterator<Row> again = rows("a");

        assertThat(writer.write(0, again)).isFalse();

        assertThat(kafka.committedRows()).containsExactly("a");
        assertThat(again).isExhausted();
    }

    @Test
    void committedBatch_isSkippedByAnotherExecutor() {
        writer.write(0, rows("a"));
        Iterator<Row> again = rows("a");

        assertThat(new TransactionalWriter(ID, kafka).write(0, again)).isFalse();

        assertThat(kafka.committedRows()).containsExactly("a");
        assertThat(again).isExhausted();
    }

    @Test
    void nextBatch_isWrittenByAnotherExecutor() {
        writer.write(0, rows("a"));

        assertThat(new TransactionalWriter(ID, kafka).write(1, rows("b"))).isTrue();

        assertThat(kafka.committedRows()).containsExactly("a", "b");
    }

    @Test
    void fencedWriter_takesTheIdBackForANewBatch() {
        writer.write(0, rows("a"));
        new TransactionalWriter(ID, kafka).write(1, rows("b"));
        kafka.producers.get(0).fenceProducer();

        assertThat(writer.write(2, rows("c"))).isTrue();

        assertThat(kafka.committedRows()).containsExactly("a", "b", "c");
        assertThat(kafka.producers.get(0).closed()).isTrue();
    }

    @Test
    void fencedWriter_skipsWhatItsHeirCommitted() {
        writer.write(0, rows("a"));
        new TransactionalWriter(ID, kafka).write(1, rows("b"));
        kafka.producers.get(0).fenceProducer();

        assertThat(writer.write(1, rows("b"))).isFalse();

        assertThat(kafka.committedRows()).containsExactly("a", "b");
    }

    @Test
    void failureAmongTheRows_commitsNothing() {
        Iterator<Row> failing = Stream.of("a", "b")
                .map(text -> {
                    if (text.equals("b")) {
                        throw new IllegalStateException("b");
                    }
                    return row(text);
                })
                .iterator();

        assertThatThrownBy(() -> writer.write(0, failing))
                .isInstanceOf(IllegalStateException.class);

        assertThat(kafka.committedRows()).isEmpty();
        assertThat(kafka.committed(ID)).isZero();
        assertThat(writer.write(0, rows("a", "b"))).isTrue();
        assertThat(kafka.committedRows()).containsExactly("a", "b");
    }

    @Test
    void partitionWithoutRows_opensNoTransaction() {
        assertThat(writer.write(0, Collections.emptyIterator())).isFalse();

        assertThat(kafka.producers).isEmpty();
    }

    private static Iterator<Row> rows(String... texts) {
        return Stream.of(texts).map(TransactionalWriterTest::row).toList().iterator();
    }

    private static Row row(String text) {
        return RowFactory.create("results", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A broker in memory: Kafka's own producer for tests, and the offsets that were committed. */
    private static final class FakeKafka implements Transactions {
        private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();

        @Override
        public Producer<byte[], byte[]> producer(String transactionalId) {
            MockProducer<byte[], byte[]> producer =
                    new MockProducer<>(true, new ByteArraySerializer(), new ByteArraySerializer());
            producers.add(producer);
            return producer;
        }

        @Override
        public long committed(String group) {
            return producers.stream()
                    .flatMap(producer -> producer.consumerGroupOffsetsHistory().stream())
                    .map(groups -> Objects.requireNonNull(groups.get(group)).get(marker()))
                    .mapToLong(offset -> Objects.requireNonNull(offset).offset())
                    .max()
                    .orElse(0);
        }

        @Override
        public TopicPartition marker() {
            return new TopicPartition("results", 0);
        }

        List<String> committedRows() {
            return producers.stream()
                    .flatMap(producer -> producer.history().stream())
                    .map(sent -> new String(sent.value(), StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
