package io.heliometer.benchmarks.process;

import io.heliometer.common.engine.Tether;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line of a child JVM: the java of this JVM, flags, heap, class path, main class.
 *
 * @param mainClass binary name
 * @param classPath entries in order; made absolute
 * @param flags JVM flags, before the class path
 * @param heapMebibytes the value of -Xmx, in MiB; 0 leaves it to the JVM
 * @param arguments of the main class
 */
public record JavaCommand(
        String mainClass,
        List<String> classPath,
        List<String> flags,
        int heapMebibytes,
        List<String> arguments) {
    /** Linux refuses a single argument of 128 KiB or more (MAX_ARG_STRLEN). */
    private static final int CLASS_PATH_LIMIT_CHARS = 130_000;

    /** Copies the lists; checks the heap and the length of the class path. */
    public JavaCommand {
        if (heapMebibytes < 0) {
            throw new IllegalArgumentException("heapMebibytes must be >= 0, was " + heapMebibytes);
        }
        // A child works in a folder of its own, where a relative entry would mean something else.
        classPath = classPath.stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .toList();
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
        int length = String.join(File.pathSeparator, classPath).length();
        if (length == 0 || length > CLASS_PATH_LIMIT_CHARS) {
            throw new IllegalArgumentException("class path must have 1 to " + CLASS_PATH_LIMIT_CHARS
                    + " characters, was " + length);
        }
    }

    /** Returns a command with the class path of this JVM, no flags and the JVM's default heap. */
    public static JavaCommand of(String mainClass) {
        String own = System.getProperty("java.class.path");
        return new JavaCommand(
                mainClass, List.of(own.split(File.pathSeparator)), List.of(), 0, List.of());
    }

    /** Returns this command with another class path. */
    public JavaCommand withClassPath(List<String> entries) {
        return new JavaCommand(mainClass, entries, flags, heapMebibytes, arguments);
    }

    /** Returns this command with more flags. */
    public JavaCommand withFlags(String... more) {
        return withFlags(List.of(more));
    }

    /** Returns this command with more flags. */
    public JavaCommand withFlags(List<String> more) {
        List<String> all = Stream.concat(flags.stream(), more.stream()).toList();
        return new JavaCommand(mainClass, classPath, all, heapMebibytes, arguments);
    }

    /** Returns this command with a heap limit in MiB. */
    public JavaCommand withHeapMebibytes(int mebibytes) {
        return new JavaCommand(mainClass, classPath, flags, mebibytes, arguments);
    }

    /** Returns this command with more arguments. */
    public JavaCommand withArguments(String... more) {
        List<String> all = Stream.concat(arguments.stream(), Stream.of(more)).toList();
        return new JavaCommand(mainClass, classPath, flags, heapMebibytes, all);
    }

    /** Returns this command run through {@link Tether#main}; {@code common} must be on its path. */
    public JavaCommand tethered() {
        List<String> all =
                Stream.concat(Stream.of(mainClass), arguments.stream()).toList();
        return new JavaCommand(Tether.class.getName(), classPath, flags, heapMebibytes, all);
    }

    /** Returns the program and its arguments. */
    public List<String> commandLine() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (heapMebibytes > 0) {
            line.add("-Xmx" + heapMebibytes + "m");
        }
        line.addAll(flags);
        line.add("-cp");
        line.add(String.join(File.pathSeparator, classPath));
        line.add(mainClass);
        line.addAll(arguments);
        return List.copyOf(line);
    }
}
