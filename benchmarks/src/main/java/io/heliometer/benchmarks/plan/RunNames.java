package io.heliometer.benchmarks.plan;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** Where a run goes if the user does not say. */
final class RunNames {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunNames() {}

    static Path folder(RunOptions options) {
        String name = STAMP.format(Instant.now()) + "-" + options.suite();
        return Objects.requireNonNullElseGet(
                        options.out(), () -> options.home().resolve("runs").resolve(name))
                .toAbsolutePath()
                .normalize();
    }
}
