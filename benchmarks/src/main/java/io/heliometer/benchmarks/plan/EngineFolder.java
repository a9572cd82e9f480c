package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.EnvironmentProblem;
import io.heliometer.common.engine.Settings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An engine as it lies on the disk after the build: its classes with {@code engine.json}, and the
 * class path it needs. Adding an engine is adding a folder.
 *
 * @param classes the module's classes and resources
 * @param classPath of a process of this engine
 * @param description what it says about itself
 */
public record EngineFolder(Path classes, List<String> classPath, EngineDescription description) {
    private static final String DESCRIPTION = "engine.json";

    public EngineFolder {
        classPath = List.copyOf(classPath);
    }

    /**
     * Returns the engines below a project root, by name.
     *
     * @throws EnvironmentProblem if an engine was not built, or none is there
     */
    public static List<EngineFolder> discover(Path home) {
        List<EngineFolder> engines = new ArrayList<>();
        try (Stream<Path> modules = Files.list(home)) {
            for (Path module : modules.sorted().toList()) {
                if (Files.isRegularFile(
                        module.resolve("src/main/resources").resolve(DESCRIPTION))) {
                    engines.add(ofModule(module));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("project root must be readable, was not: " + home, e);
        }
        if (engines.isEmpty()) {
            throw new EnvironmentProblem(
                    "no engine found below " + home,
                    "an engine is a folder with src/main/resources/engine.json",
                    "start heliometer by the script in the project's root");
        }
        return engines;
    }

    private static EngineFolder ofModule(Path module) throws IOException {
        Path classes = module.resolve("target/classes");
        Path classPathFile = module.resolve("target/engine.classpath");
        if (!Files.exists(classPathFile) || !Files.exists(classes.resolve(DESCRIPTION))) {
            throw new EnvironmentProblem(
                    "engine " + module.getFileName() + " is not built",
                    "target/classes/engine.json and target/engine.classpath must be there",
                    "run: mvn -B -Pfast -DskipTests package");
        }
        List<String> jars =
                List.of(Files.readString(classPathFile).strip().split(File.pathSeparator));
        return of(classes, jars);
    }

    /** Returns the engine whose description lies in a folder of classes. */
    public static EngineFolder of(Path classes, List<String> jars) {
        List<String> classPath = new ArrayList<>();
        classPath.add(classes.toString());
        classPath.addAll(jars);
        return new EngineFolder(classes, classPath, read(classes.resolve(DESCRIPTION)));
    }

    private static EngineDescription read(Path file) {
        try {
            return JsonMapper.shared().readValue(file.toFile(), EngineDescription.class);
        } catch (JacksonException e) {
            throw new EnvironmentProblem(
                    "engine description " + file + " cannot be read: " + e.getOriginalMessage(),
                    "it must follow the fields of EngineDescription",
                    "compare it with another engine's engine.json");
        }
    }

    /** Returns the engine's name. */
    public String name() {
        return description.name();
    }

    /** Returns the engine's settings in a variant, with the user's overrides. */
    public Settings settings(String variant, Map<String, String> overrides) {
        try {
            return Settings.resolve(
                    resource -> {
                        Path file = classes.resolve(resource);
                        return Files.exists(file) ? Files.newInputStream(file) : null;
                    },
                    name(),
                    variant,
                    overrides);
        } catch (IOException e) {
            throw new UncheckedIOException("settings of " + name() + " must be readable", e);
        }
    }
}
