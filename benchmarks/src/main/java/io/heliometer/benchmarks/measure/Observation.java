package io.heliometer.benchmarks.measure;

import io.heliometer.common.wire.OutputTopic;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One row that an engine wrote, as the observer saw it.
 *
 * @param topic where it was written
 * @param appendMillis when the broker appended it, ms UTC (LogAppendTime)
 * @param seenMillis when a read_committed consumer got it, ms UTC
 * @param row the row
 */
public record Observation(OutputTopic topic, long appendMillis, long seenMillis, String row) {
    private static final String SEPARATOR = "\t";
    private static final int COLUMNS = 4;

    /** Returns the observation as one line of the observer's file. */
    public String toLine() {
        return topic + SEPARATOR + appendMillis + SEPARATOR + seenMillis + SEPARATOR + row;
    }

    /** Reads the observer's file. */
    public static List<Observation> readAll(Path file) throws IOException {
        List<Observation> observations = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] columns = line.split(SEPARATOR, COLUMNS);
                observations.add(new Observation(
                        OutputTopic.valueOf(columns[0]),
                        Long.parseLong(columns[1]),
                        Long.parseLong(columns[2]),
                        columns[3]));
            }
        }
        return observations;
    }
}
