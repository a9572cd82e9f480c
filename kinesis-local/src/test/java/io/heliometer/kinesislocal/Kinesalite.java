package io.heliometer.kinesislocal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The npm package kinesalite as a process, installed into {@code target/kinesalite} when it is
 * first needed.
 */
final class Kinesalite implements AutoCloseable {
    private static final Path SOURCE = Path.of("src/test/kinesalite");
    private static final Path INSTALLED = Path.of("target/kinesalite");
    private static final String READY = "started on ";
    private static final int INSTALL_SECONDS = 120;

    private final Process process;
    private final int port;

    private Kinesalite(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Installs and starts it; skips the test if there is no Node or nothing to install from. */
    static Kinesalite start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                onPath("node") && onPath("npm"),
                "skipped: the cross-check needs node and npm on the PATH");
        install();
        Process process = new ProcessBuilder("node", "start.js")
                .directory(INSTALLED.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("kinesalite must say '" + READY + "<port>', said " + line);
        }
        return new Kinesalite(process, Integer.parseInt(line.substring(READY.length())));
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return path.lines()
                .flatMap(line -> List.of(line.split(File.pathSeparator, -1)).stream())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        boolean changed = !Files.exists(INSTALLED.resolve("node_modules/kinesalite"));
        for (String file : List.of("package.json", "package-lock.json", "start.js")) {
            Files.copy(
                    SOURCE.resolve(file),
                    INSTALLED.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (!changed) {
            return;
        }
        Path log = INSTALLED.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = npm.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS);
        npm.destroyForcibly();
        Assumptions.assumeTrue(
                ended && npm.exitValue() == 0,
                "skipped: npm could not install kinesalite, see " + log);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
