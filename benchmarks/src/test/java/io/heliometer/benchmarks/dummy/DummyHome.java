package io.heliometer.benchmarks.dummy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A project root that holds one engine, the dummy, as it lies there after a build. */
public final class DummyHome {
    private DummyHome() {}

    /** Makes the root in a folder and returns it. */
    public static Path in(Path folder) throws IOException {
        Path module = folder.resolve("dummy-impl");
        Path classes = Files.createDirectories(module.resolve("target/classes"));
        Path sources = Files.createDirectories(module.resolve("src/main/resources"));
        for (String name : List.of("engine.json", "dummy.properties", "dummy-tuned.properties")) {
            try (InputStream in =
                    Objects.requireNonNull(DummyHome.class.getResourceAsStream("/dummy/" + name))) {
                Files.write(classes.resolve(name), in.readAllBytes());
            }
        }
        Files.copy(classes.resolve("engine.json"), sources.resolve("engine.json"));
        Files.writeString(
                module.resolve("target/engine.classpath"), System.getProperty("java.class.path"));
        return folder;
    }
}
