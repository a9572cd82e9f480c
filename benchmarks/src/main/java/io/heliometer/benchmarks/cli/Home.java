package io.heliometer.benchmarks.cli;

import java.nio.file.Path;

/** The project's root, which the start script names. */
final class Home {
    private static final String PROPERTY = "heliometer.home";

    private Home() {}

    static Path path() {
        return Path.of(System.getProperty(PROPERTY, ".")).toAbsolutePath().normalize();
    }
}
