package io.heliometer.kinesislocal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Measures what a record costs the server: starts it as a process with a heap of 256 MB and without
 * limits per second, puts batches of 500 records of 150 bytes, reads them 10,000 at a time, does
 * both at once, and prints records per second and the server's CPU per record put or read.
 * Arguments: seconds per phase (10), shards (1).
 */
final class Load {
    private static final int BATCH = 500;
    private static final int DATA_BYTES = 150;
    private static final int PACED = 50_000;
    private static final String STREAM = "load";
    private static final Format FORMAT = Formats.CBOR;

    private final ServerProcess server;
    private final int shards;
    private final long phaseNanos;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Load(ServerProcess server, int shards, long phaseNanos) {
        this.server = server;
        this.shards = shards;
        this.phaseNanos = phaseNanos;
    }

    /** Runs all phases on a server of its own, in a temporary folder. */
    public static void main(String[] words) throws Exception {
        long seconds = words.length > 0 ? Long.parseLong(words[0]) : 10;
        int shards = words.length > 1 ? Integer.parseInt(words[1]) : 1;
        Path data = Files.createTempDirectory("kinesis-load");
        try (ServerProcess server = ServerProcess.start(data, "--limits", "off")) {
            new Load(server, shards, seconds * 1_000_000_000L).run();
            System.out.println("exit code after SIGTERM: " + server.terminate());
        } finally {
            delete(data);
        }
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        call("CreateStream", RawClient.body(FORMAT, out -> {
            out.writeStartObject();
            out.writeStringProperty("StreamName", STREAM);
            out.writeNumberProperty("ShardCount", shards);
            out.writeEndObject();
        }));
        phase("warm-up: put", List.of(() -> put(0)));
        phase("put", List.of(() -> put(0)));
        phase("warm-up: read", List.of(this::readAgain));
        phase("read", List.of(this::readAgain));
        phase("put and read at once", List.of(() -> put(0), this::readAgain));
        List<Callable<Long>> paced = new ArrayList<>(List.of(() -> put(PACED)));
        for (int shard = 0; shard < shards; shard++) {
            int index = shard;
            paced.add(() -> tail(index));
        }
        phase("put at a pace and tail", paced);
        phase("empty reads (requests)", List.of(this::readNothing));
        threads.shutdown();
    }

    private void phase(String name, List<Callable<Long>> tasks)
            throws InterruptedException, ExecutionException {
        long cpuStart = server.cpuMicros();
        long start = System.nanoTime();
        List<Future<Long>> running = tasks.stream().map(threads::submit).toList();
        long all = 0;
        StringBuilder rates = new StringBuilder();
        for (Future<Long> task : running) {
            long records = task.get();
            all += records;
            rates.append(String.format(
                    Locale.ROOT, " %,d/s", records * 1_000_000_000L / (System.nanoTime() - start)));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long cpuMicros = server.cpuMicros() - cpuStart;
        System.out.printf(
                Locale.ROOT,
                "%-24s%s; server CPU %.2f us each, %.0f %% of a core%n",
                name,
                rates,
                (double) cpuMicros / all,
                cpuMicros / seconds / 1e4);
    }

    /**
     * Puts batches until the phase ends, at most this many records per second unless 0; returns how
     * many.
     */
    private long put(int perSecond) throws IOException, InterruptedException {
        byte[] body = batch();
        long start = System.nanoTime();
        long records = 0;
        RawClient client = new RawClient(server.port());
        while (System.nanoTime() < start + phaseNanos) {
            byte[] answer = client.call("PutRecords", FORMAT, body).body();
            if (answer.length < BATCH * SequenceNumber.LENGTH) {
                throw new IOException(
                        "all records must be accepted, the answer was " + answer.length + " bytes");
            }
            records += BATCH;
            if (perSecond > 0) {
                long due = start + records * 1_000_000_000L / perSecond;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            }
        }
        return records;
    }

    private static byte[] batch() {
        byte[] data = new byte[DATA_BYTES];
        return RawClient.body(FORMAT, out -> {
            out.writeStartObject();
            out.writeStringProperty("StreamName", STREAM);
            out.writeArrayPropertyStart("Records");
            for (int i = 0; i < BATCH; i++) {
                out.writeStartObject();
                out.writeBinaryProperty("Data", data);
                out.writeStringProperty("PartitionKey", "panel-" + i);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /**
     * Reads the first shard until the phase ends, from its start again when it has read all;
     * returns how many.
     */
    private long readAgain() throws IOException, InterruptedException {
        RawClient client = new RawClient(server.port());
        String first = iterator(client, 0, "TRIM_HORIZON");
        String iterator = first;
        long end = System.nanoTime() + phaseNanos;
        long records = 0;
        while (System.nanoTime() < end) {
            byte[] answer = get(client, iterator);
            int count = countRecords(answer);
            records += count;
            iterator = count == 0 ? first : RawClient.text(FORMAT, answer, "NextShardIterator");
        }
        return records;
    }

    /** Reads what arrives in a shard, every 100 ms; returns how many records. */
    private long tail(int shard) throws IOException, InterruptedException {
        RawClient client = new RawClient(server.port());
        String iterator = iterator(client, shard, "LATEST");
        long end = System.nanoTime() + phaseNanos;
        long records = 0;
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            byte[] answer = get(client, iterator);
            records += countRecords(answer);
            iterator = RawClient.text(FORMAT, answer, "NextShardIterator");
        }
        return records;
    }

    /** Reads at the tip, where nothing arrives; returns how many requests. */
    private long readNothing() throws IOException, InterruptedException {
        RawClient client = new RawClient(server.port());
        String iterator = iterator(client, 0, "LATEST");
        long end = System.nanoTime() + phaseNanos;
        long requests = 0;
        while (System.nanoTime() < end) {
            get(client, iterator);
            requests++;
        }
        return requests;
    }

    private static byte[] get(RawClient client, String iterator)
            throws IOException, InterruptedException {
        return client.call("GetRecords", FORMAT, RawClient.body(FORMAT, out -> {
                    out.writeStartObject();
                    out.writeStringProperty("ShardIterator", iterator);
                    out.writeEndObject();
                }))
                .body();
    }

    private static String iterator(RawClient client, int shard, String type)
            throws IOException, InterruptedException {
        byte[] answer = client.call("GetShardIterator", FORMAT, RawClient.body(FORMAT, out -> {
                    out.writeStartObject();
                    out.writeStringProperty("StreamName", STREAM);
                    out.writeStringProperty("ShardId", Shard.id(shard));
                    out.writeStringProperty("ShardIteratorType", type);
                    out.writeEndObject();
                }))
                .body();
        return RawClient.text(FORMAT, answer, "ShardIterator");
    }

    private static int countRecords(byte[] answer) {
        int count = 0;
        try (JsonParser in = FORMAT.parser(answer, answer.length)) {
            int depth = 0;
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                    count += depth == 3 ? 1 : 0;
                } else if (token.isStructEnd()) {
                    depth--;
                }
            }
        }
        return count;
    }

    private void call(String operation, byte[] body) throws IOException, InterruptedException {
        int status = new RawClient(server.port()).call(operation, FORMAT, body).statusCode();
        if (status != 200) {
            throw new IOException(operation + " must be answered with 200, was " + status);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
