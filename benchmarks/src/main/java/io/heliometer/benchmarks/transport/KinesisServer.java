package io.heliometer.benchmarks.transport;

import io.heliometer.benchmarks.process.ChildProcess;
import io.heliometer.benchmarks.process.ChildSpec;
import io.heliometer.benchmarks.process.CpuSide;
import io.heliometer.benchmarks.process.FreePorts;
import io.heliometer.benchmarks.process.JavaCommand;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.common.engine.Tether;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The process of the module {@code kinesis-local}, seen from the harness. */
final class KinesisServer {
    private static final String NAME = "kinesis-local";
    private static final String MAIN = "io.heliometer.kinesislocal.KinesisLocal";
    private static final String READY_LINE = "Kinesis server started";
    private static final int HEAP_MEBIBYTES = 512;
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final Pattern THROTTLED =
            Pattern.compile("\"throttled[A-Za-z]*\"\\s*:\\s*(\\d+)");

    private final KinesisSettings settings;
    private final int port;
    private final ChildProcess process;

    private KinesisServer(KinesisSettings settings, int port, ChildProcess process) {
        this.settings = settings;
        this.port = port;
        this.process = process;
    }

    static KinesisServer start(KinesisSettings settings, RunProcesses run)
            throws IOException, InterruptedException, TransportUnavailable {
        Files.createDirectories(settings.folder());
        int port = FreePorts.find(1).get(0);
        List<String> command = JavaCommand.of(MAIN)
                .withClassPath(classPath(settings.home()))
                .withHeapMebibytes(HEAP_MEBIBYTES)
                .withFlags("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
                .withArguments(
                        "--port",
                        Integer.toString(port),
                        "--data",
                        settings.dataFolder().toString(),
                        "--limits",
                        settings.limits() ? "on" : "off")
                .tethered()
                .commandLine();
        ChildSpec spec = ChildSpec.in(
                        settings.folder(), NAME, settings.cpus().pin(CpuSide.HARNESS, command))
                .withReadyLine(READY_LINE);
        ChildProcess process = run.start(spec, line -> {});
        process.awaitReady(START_LIMIT);
        return new KinesisServer(settings, port, process);
    }

    private static List<String> classPath(Path home) throws IOException, TransportUnavailable {
        Path target = home.resolve(NAME).resolve("target");
        Path file = target.resolve(NAME + ".classpath");
        if (!Files.exists(file)) {
            throw new TransportUnavailable(
                    "module " + NAME + " is not built", "run: mvn -B -Pfast -DskipTests package");
        }
        List<String> entries = new ArrayList<>();
        entries.add(target.resolve("classes").toString());
        entries.add(tether());
        entries.addAll(List.of(Files.readString(file).strip().split(File.pathSeparator)));
        return entries;
    }

    /** The module knows nothing of the harness; what ends it with the harness comes along. */
    private static String tether() {
        try {
            return Path.of(Tether.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path must hold files", e);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    ChildProcess process() {
        return process;
    }

    /** Returns how many writes and reads were refused because of a limit per second. */
    long throttledCount() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint() + "/stats"))
                .timeout(ANSWER_LIMIT)
                .build();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            long count = 0;
            for (Matcher matcher = THROTTLED.matcher(answer); matcher.find(); ) {
                count += Long.parseLong(matcher.group(1));
            }
            return count;
        } catch (IOException e) {
            throw new TransportFailure("kinesis-local must answer, did not: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Deletes the streams. */
    void deleteData() {
        Folders.delete(settings.dataFolder());
    }
}
