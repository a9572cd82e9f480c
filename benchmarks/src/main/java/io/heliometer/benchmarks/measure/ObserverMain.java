package io.heliometer.benchmarks.measure;

import io.heliometer.benchmarks.client.Clients;
import io.heliometer.benchmarks.client.RecordReader;
import io.heliometer.benchmarks.transport.Address;
import io.heliometer.common.engine.Role;
import io.heliometer.common.wire.OutputTopic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches an engine's output, a process of its own: {@code ObserverMain <address> <results topic>
 * <rejects topic> <file>}. Reads committed rows only, writes each with the broker's append time and
 * its own clock, and prints {@code SEEN <count>}. On SIGTERM it reads on to the end of what is
 * committed.
 */
public final class ObserverMain {
    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long FINISH_SECONDS = 30;

    private final RecordReader reader;
    private final String resultsTopic;
    private final BufferedWriter out;
    private volatile boolean finishing;
    private long seen;
    private long reported = -1;
    private long reportedNanos;

    private ObserverMain(RecordReader reader, String resultsTopic, BufferedWriter out) {
        this.reader = reader;
        this.resultsTopic = resultsTopic;
        this.out = out;
    }

    /** Observes until SIGTERM; see the type's description. */
    public static void main(String[] args) throws IOException, InterruptedException {
        CountDownLatch finished = new CountDownLatch(1);
        try (RecordReader reader =
                        Clients.reader(Address.parse(args[0]), List.of(args[1], args[2]));
                BufferedWriter out =
                        Files.newBufferedWriter(Path.of(args[3]), StandardCharsets.UTF_8)) {
            ObserverMain observer = new ObserverMain(reader, args[1], out);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> observer.finish(finished), "finish"));
            say("READY observer");
            observer.run();
        } finally {
            finished.countDown();
        }
    }

    private void run() throws IOException, InterruptedException {
        while (!finishing || !reader.isAtEnd()) {
            List<Observation> rows = new ArrayList<>();
            reader.poll((topic, appendMillis, payload) -> rows.add(new Observation(
                    topic.equals(resultsTopic) ? OutputTopic.RESULTS : OutputTopic.REJECTS,
                    appendMillis,
                    System.currentTimeMillis(),
                    new String(payload, StandardCharsets.UTF_8))));
            for (Observation row : rows) {
                out.write(row.toLine());
                out.newLine();
            }
            seen += rows.size();
            report(false);
        }
        report(true);
    }

    /** What is reported can be read from the file. */
    private void report(boolean last) throws IOException {
        long now = System.nanoTime();
        if (last || (seen != reported && now - reportedNanos > REPORT_NANOS)) {
            out.flush();
            say(String.format(Locale.ROOT, "SEEN %d", seen));
            reported = seen;
            reportedNanos = now;
        }
    }

    private void finish(CountDownLatch finished) {
        finishing = true;
        try {
            if (!finished.await(FINISH_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "observer must reach the end within " + FINISH_SECONDS + " s, did not");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String text) {
        System.out.println(Role.PREFIX + text);
        System.out.flush();
    }
}
