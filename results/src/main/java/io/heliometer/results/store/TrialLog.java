package io.heliometer.results.store;

import io.heliometer.results.run.TrialRecord;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file trials.jsonl: appended and forced line by line. Only a line end makes a line: what
 * stands behind the last one is the rest of a crash, is skipped with a note and is moved away
 * before the next append, so that a resumed run does not write on the same line.
 */
final class TrialLog {
    private final Path file;

    TrialLog(Path file) {
        this.file = file;
    }

    void append(TrialRecord trial) throws IOException {
        moveBrokenTailAway();
        byte[] line = (RunJson.line(trial) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Returns the trials and adds what was tolerated to the notes. */
    List<TrialRecord> read(List<String> notes) throws IOException {
        if (!Files.exists(file)) {
            notes.add(file.getFileName() + " does not exist: no trial ended.");
            return List.of();
        }
        byte[] content = Files.readAllBytes(file);
        int end = endOfLastLine(content);
        if (end < content.length) {
            notes.add(String.format(
                    "%s ends in %d bytes of an unfinished line: a crash lost the trial under way.",
                    file.getFileName(), content.length - end));
        }
        String[] lines = new String(content, 0, end, StandardCharsets.UTF_8).split("\n", -1);
        return parse(Arrays.asList(lines).subList(0, lines.length - 1));
    }

    private List<TrialRecord> parse(List<String> lines) {
        List<TrialRecord> trials = new ArrayList<>(lines.size());
        Map<String, Integer> lineOfTrial = new HashMap<>();
        for (String line : lines) {
            int number = trials.size() + 1;
            TrialRecord trial = parse(line, number);
            Integer earlier = lineOfTrial.put(trial.trial(), number);
            if (earlier != null) {
                throw new IllegalArgumentException(String.format(
                        "%s line %d: trial must be unique, was %s as on line %d",
                        file, number, trial.trial(), earlier));
            }
            trials.add(trial);
        }
        return trials;
    }

    private TrialRecord parse(String line, int number) {
        try {
            return RunJson.trial(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " line " + number + ": " + e.getMessage(), e);
        }
    }

    private void moveBrokenTailAway() throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        byte[] content = Files.readAllBytes(file);
        int end = endOfLastLine(content);
        if (end == content.length) {
            return;
        }
        Files.write(
                file.resolveSibling(file.getFileName() + ".broken"),
                Arrays.copyOfRange(content, end, content.length),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(end);
        }
    }

    private static int endOfLastLine(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
