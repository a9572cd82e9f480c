package io.heliometer.benchmarks.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to start a child process.
 *
 * @param name unique among the children that live at the same time; also the name of its log files
 * @param command program and arguments
 * @param environment variables added to, or replacing, those of this JVM
 * @param workDirectory must exist
 * @param logFolder gets {@code <name>.out.log} and {@code <name>.err.log}; a child started again
 *     appends
 * @param readyLine text within a line of standard output or error that says the child can work;
 *     null if it is ready as soon as it runs
 * @param countedText text whose lines are counted, see {@link ChildProcess#countedLineCount()};
 *     null for none
 */
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path workDirectory,
        Path logFolder,
        @Nullable String readyLine,
        @Nullable String countedText) {

    /** Copies the collections and checks that there is a name and a command. */
    public ChildSpec {
        if (name.isBlank() || name.contains("/")) {
            throw new IllegalArgumentException("name must be a file name, was " + name);
        }
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command must be non-empty, was empty");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Returns a child that works and logs in one folder. */
    public static ChildSpec in(Path folder, String name, List<String> command) {
        return new ChildSpec(name, command, Map.of(), folder, folder, null, null);
    }

    /** Returns this child with one more environment variable. */
    public ChildSpec withVariable(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new ChildSpec(name, command, more, workDirectory, logFolder, readyLine, countedText);
    }

    /** Returns this child with a ready line. */
    public ChildSpec withReadyLine(String text) {
        return new ChildSpec(
                name, command, environment, workDirectory, logFolder, text, countedText);
    }

    /** Returns this child with a text whose lines are counted. */
    public ChildSpec withCountedText(String text) {
        return new ChildSpec(name, command, environment, workDirectory, logFolder, readyLine, text);
    }

    Path outLog() {
        return logFolder.resolve(name + ".out.log");
    }

    Path errLog() {
        return logFolder.resolve(name + ".err.log");
    }
}
