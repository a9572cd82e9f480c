package io.heliometer.benchmarks.transport;

import io.heliometer.benchmarks.process.CommandResult;
import io.heliometer.benchmarks.process.ShortCommand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The npm package of dynalite, installed below the build's folder at its first use, with the
 * versions and checksums of the lock file.
 *
 * @param folder where it is installed
 */
record DynalitePackage(Path folder) {
    /** As in package.json. */
    static final String VERSION = "4.0.0";

    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "tethered.js");
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(20);
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(3);

    /**
     * Installs the package, unless it is there.
     *
     * @param home the project's root
     * @throws TransportUnavailable if there is no Node, or npm cannot install the package
     */
    static DynalitePackage install(Path home)
            throws IOException, InterruptedException, TransportUnavailable {
        requireNode();
        Path folder = Files.createDirectories(home.resolve("benchmarks/target/dynalite"));
        DynalitePackage installed = new DynalitePackage(folder);
        if (!installed.isComplete()) {
            for (String file : FILES) {
                Files.copy(open(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            installed.runNpm();
            Files.copy(
                    open("package-lock.json"),
                    installed.stamp(),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return installed;
    }

    private static void requireNode() throws InterruptedException, TransportUnavailable {
        if (!ShortCommand.run(List.of("node", "--version"), VERSION_LIMIT).succeeded()) {
            throw new TransportUnavailable(
                    "no Node.js found, and the lease table of local Kinesis trials runs on it",
                    "install Node.js 18 or newer with npm");
        }
    }

    /** The stamp is written last, so it stands for a whole installation of this very lock file. */
    private boolean isComplete() throws IOException {
        if (!Files.exists(stamp())) {
            return false;
        }
        try (InputStream wanted = open("package-lock.json")) {
            return java.util.Arrays.equals(wanted.readAllBytes(), Files.readAllBytes(stamp()));
        }
    }

    private void runNpm() throws InterruptedException, TransportUnavailable {
        CommandResult result = ShortCommand.run(
                List.of(
                        "npm",
                        "ci",
                        "--prefix",
                        folder.toString(),
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts"),
                INSTALL_LIMIT);
        if (!result.succeeded()) {
            throw new TransportUnavailable(
                    "npm could not install dynalite: " + result.output().strip(),
                    "run npm ci in " + folder);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                DynalitePackage.class.getResourceAsStream("/dynalite/" + file), file);
    }

    private Path stamp() {
        return folder.resolve("installed-lock.json");
    }

    /** Returns the script that runs dynalite for as long as its standard input stays open. */
    Path program() {
        return folder.resolve("tethered.js");
    }
}
