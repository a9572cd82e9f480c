package io.heliometer.benchmarks.dummy;

import io.heliometer.benchmarks.process.ProcessTable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Command lines of running processes, whole: {@link ProcessHandle} gives none for those longer than
 * a page.
 */
public final class CommandLines {
    private CommandLines() {}

    /**
     * Returns the command line of every other process that runs and whose line contains the text.
     */
    public static List<String> containing(String text) {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.pid() != ProcessHandle.current().pid())
                .filter(handle -> ProcessTable.runs(handle.pid()))
                .map(CommandLines::of)
                .filter(line -> line.contains(text))
                .toList();
    }

    private static String of(ProcessHandle handle) {
        try {
            byte[] line =
                    Files.readAllBytes(Path.of("/proc", Long.toString(handle.pid()), "cmdline"));
            return new String(line, StandardCharsets.UTF_8).replace('\0', ' ').strip();
        } catch (IOException e) {
            return handle.info().commandLine().orElse(""); // It has ended, or there is no /proc.
        }
    }
}
