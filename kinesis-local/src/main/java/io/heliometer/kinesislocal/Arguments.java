package io.heliometer.kinesislocal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server is started with.
 *
 * @param port the port on the loopback interface; 0 takes a free one
 * @param data the folder of streams and records
 * @param limited whether a shard's limits per second are enforced
 */
record Arguments(int port, Path data, boolean limited) {
    /** How to start it. */
    static final String USAGE =
            "usage: KinesisLocal --port <0..65535> --data <folder> [--limits on|off]";

    private static final List<String> KNOWN = List.of("--port", "--data", "--limits");
    private static final int MAX_PORT = 65_535;

    Arguments {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "--port must be 0.." + MAX_PORT + ", was " + port + ": 0 takes a free one");
        }
    }

    /**
     * Reads the command line; what is wrong is an IllegalArgumentException that says what to do.
     */
    static Arguments parse(String... words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            if (!KNOWN.contains(words[i])) {
                throw new IllegalArgumentException("the option must be one of " + KNOWN + ", was '"
                        + words[i] + "': remove it");
            }
            if (i + 1 == words.length) {
                throw new IllegalArgumentException(
                        words[i] + " must have a value, was last: add it");
            }
            if (values.put(words[i], words[i + 1]) != null) {
                throw new IllegalArgumentException(
                        words[i] + " must be given once, was given twice: remove one");
            }
        }
        return new Arguments(port(values), data(values), limited(values));
    }

    private static int port(Map<String, String> values) {
        String port = required(values, "--port");
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--port must be a number, was '" + port + "': name one, 0 takes a free one", e);
        }
    }

    private static Path data(Map<String, String> values) {
        String data = required(values, "--data");
        try {
            return Path.of(data);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "--data must be a folder, was '" + data + "': name another", e);
        }
    }

    private static boolean limited(Map<String, String> values) {
        String limits = values.getOrDefault("--limits", "on");
        if (!limits.equals("on") && !limits.equals("off")) {
            throw new IllegalArgumentException(
                    "--limits must be on or off, was '" + limits + "': choose one");
        }
        return limits.equals("on");
    }

    private static String required(Map<String, String> values, String option) {
        String value = values.get(option);
        if (value == null) {
            throw new IllegalArgumentException(option + " must be given, was absent: add it");
        }
        return value;
    }
}
