package io.heliometer.results.store;

import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one run. It is created once and never reused for another run; trials are only ever
 * added. Every method throws {@link StorageException} if the disk does not let it, and names the
 * folder. One process writes at a time; a reader may read meanwhile.
 */
public final class RunFolder {
    private final Path folder;
    private final TrialLog trials;

    private RunFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.trials = new TrialLog(this.folder.resolve("trials.jsonl"));
    }

    /**
     * Creates the folder with its {@code rows} and {@code logs}.
     *
     * @throws IllegalArgumentException if something is there already: results are never overwritten
     */
    public static RunFolder create(Path folder) {
        RunFolder created = new RunFolder(folder);
        created.writing("create the run's folder", () -> {
            refuseContent(created.folder);
            Files.createDirectories(created.rows());
            Files.createDirectories(created.logs());
        });
        return created;
    }

    /**
     * Opens the folder of an earlier run, to read it or to go on with it.
     *
     * @throws IllegalArgumentException if there is no run.json
     */
    public static RunFolder open(Path folder) {
        RunFolder opened = new RunFolder(folder);
        if (!Files.isRegularFile(opened.runFile())) {
            throw new IllegalArgumentException(
                    "folder must be a run's folder with a run.json, was " + opened.folder);
        }
        return opened;
    }

    /** Returns the absolute path. */
    public Path path() {
        return folder;
    }

    /** Returns where result rows are kept. */
    public Path rows() {
        return folder.resolve("rows");
    }

    /** Returns where the processes' output is kept. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** Writes run.json, whole or not at all; the end of the run writes it again. */
    public void write(RunRecord run) {
        writeText("run.json", RunJson.text(run));
    }

    /** Adds one trial to trials.jsonl and returns when it is on the disk. */
    public void append(TrialRecord trial) {
        writing("add a trial to trials.jsonl", () -> trials.append(trial));
    }

    /**
     * Reads everything back and checks it.
     *
     * @throws IllegalArgumentException if a line is of another schema version, incomplete or twice
     */
    public StoredRun read() {
        try {
            List<String> notes = new ArrayList<>();
            return new StoredRun(readRun(), trials.read(notes), notes);
        } catch (IOException e) {
            throw StorageException.of("read the run", folder, e);
        }
    }

    /**
     * Writes trials.csv from trials.jsonl and returns its path; scores.csv too, if a trial has any.
     */
    public Path writeCsv() {
        List<TrialRecord> written = read().trials();
        if (written.stream().anyMatch(trial -> trial.rules() != null)) {
            writeText("scores.csv", ScoreCsv.of(written));
        }
        return writeText("trials.csv", TrialCsv.of(written));
    }

    /** Writes a text file of this folder, whole or not at all, and returns its path. */
    public Path writeText(String name, String text) {
        Path file = folder.resolve(name);
        writing("write " + name, () -> replace(file, text));
        return file;
    }

    private RunRecord readRun() throws IOException {
        try {
            return RunJson.run(Files.readString(runFile()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(runFile() + ": " + e.getMessage(), e);
        }
    }

    private Path runFile() {
        return folder.resolve("run.json");
    }

    private void writing(String action, Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw StorageException.of(action, folder, e);
        }
    }

    private static void refuseContent(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new IllegalArgumentException("folder must be new or empty, was " + folder
                        + " with content: results are never overwritten, choose another folder");
            }
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(draft, text);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Something that writes into the folder. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
