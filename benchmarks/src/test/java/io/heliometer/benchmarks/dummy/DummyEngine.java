package io.heliometer.benchmarks.dummy;

import io.heliometer.common.engine.Engine;
import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.wire.OutputTopic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Reads a topic to its end, asks the oracle, writes its rows: perfect, but for the mode it is told.
 */
public final class DummyEngine implements Engine {
    private static final int FLOOD_LINES = 200_000;
    private static final long LATE_SECONDS = 2;
    private static final int CRASH_EXIT_CODE = 7;

    @Override
    public void run(Role role) throws Exception {
        Job job = role.job();
        String setting = job.settings().getOrDefault("mode", Mode.OK.setting());
        Mode mode = Mode.valueOf(setting.toUpperCase(Locale.ROOT));
        role.counter(Role.ENGINE_DROPPED, () -> mode == Mode.REPORT_DROPPED ? 3 : 0);
        misbehaveAtStart(mode, role);
        role.ready();
        if (mode == Mode.EXIT_IN_MID_RUN) {
            Runtime.getRuntime().halt(CRASH_EXIT_CODE);
        }
        if (mode != Mode.HANG) {
            write(job, rows(job, mode));
        }
        role.awaitStop();
    }

    private static void misbehaveAtStart(Mode mode, Role role)
            throws IOException, InterruptedException {
        switch (mode) {
            case FAIL_TO_START -> throw new IllegalStateException("this engine never starts");
            case START_LATE -> pause(LATE_SECONDS);
            case FLOOD_STDERR -> {
                for (int i = 0; i < FLOOD_LINES; i++) {
                    System.err.println("a line of noise that nobody reads, number " + i
                            + " of very many more");
                }
            }
            case IGNORE_SIGTERM -> role.onStop(() -> new CountDownLatch(1).await());
            case LEAVE_A_CHILD_BEHIND ->
                new ProcessBuilder("sleep", "300").inheritIO().start();
            default -> {
                // Misbehaves later, or not at all.
            }
        }
    }

    private static void pause(long seconds) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
        assert !never;
    }

    private static List<ExpectedRow> rows(Job job, Mode mode) throws IOException {
        List<ExpectedRow> rows = new ArrayList<>(TopicReader.answer(job));
        ExpectedRow first = rows.get(0);
        switch (mode) {
            case LOSE_ONE_ROW -> rows.remove(0);
            case WRITE_ONE_ROW_TWICE -> rows.add(first);
            case WRITE_ONE_WRONG_VALUE ->
                rows.set(
                        0,
                        new ExpectedRow(
                                first.topic(),
                                first.row() + "9",
                                first.keyColumns(),
                                first.partition(),
                                first.lastDueMillis(),
                                first.closeDueMillis()));
            default -> {
                // As the oracle says.
            }
        }
        return rows;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush() waits for all of them.
    private static void write(Job job, List<ExpectedRow> rows) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", job.bootstrapServers(),
                "key.serializer", ByteArraySerializer.class,
                "value.serializer", ByteArraySerializer.class);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config)) {
            for (ExpectedRow row : rows) {
                String topic = row.topic() == OutputTopic.RESULTS
                        ? job.resultsTopic()
                        : job.rejectsTopic();
                producer.send(
                        new ProducerRecord<>(topic, row.row().getBytes(StandardCharsets.UTF_8)));
            }
            producer.flush();
        }
    }
}
