package io.heliometer.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same file name means the same concept in every engine's module, so that a diff is the lesson.
 */
final class MirrorTest {
    private static final Set<String> MIRROR = Set.of(
            "package-info.java",
            "EngineSettings.java",
            "Topology.java",
            "ReadingSource.java",
            "ResultSink.java",
            "EventTime.java",
            "Wire.java",
            "query/package-info.java",
            "query/ValidateReadings.java",
            "query/DeduplicateReadings.java",
            "query/EnrichReadings.java",
            "query/StringRollup.java",
            "query/PeerComparison.java",
            "query/SilentDevices.java",
            "query/PlantMonitor.java");
    private static final Set<String> WINDOWED = Set.of("Q0", "Q1", "Q3", "Q5");
    private static final List<String> SUBGOALS =
            List.of("key", "time", "window", "state", "late", "emit");

    /** Returns the package folder of every engine module. */
    static List<Path> engines() throws IOException {
        Path home = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
        try (Stream<Path> modules = Files.list(home)) {
            return modules.filter(module ->
                            Files.exists(module.resolve("src/main/resources/engine.json")))
                    .map(module -> module.resolve("src/main/java/io/heliometer")
                            .resolve(module.getFileName().toString().replace("-impl", "")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void engines_areThere() throws IOException {
        assertThat(engines()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void engine_hasTheFilesOfTheMirror(Path engine) throws IOException {
        try (Stream<Path> files = Files.walk(engine)) {
            Set<String> names = files.filter(Files::isRegularFile)
                    .map(file -> engine.relativize(file).toString())
                    .filter(name -> !name.startsWith("internal/") && !name.endsWith("Engine.java"))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(names).containsExactlyInAnyOrderElementsOf(MIRROR);
        }
    }

    /**
     * The Rosetta pages cut these regions out; each stands where the engine's own idiom puts it.
     */
    @ParameterizedTest
    @MethodSource("engines")
    void query_marksItsSubgoalsOnce(Path engine) throws IOException {
        for (QueryName name : QueryName.ALL) {
            String query = "query/" + name.name() + ".java";
            List<String> lines = Files.readAllLines(engine.resolve(query));

            assertThat(marks(lines, "// tag::"))
                    .as("tags of %s in %s", query, engine)
                    .contains("key", "state", "emit")
                    .isSubsetOf(SUBGOALS)
                    .doesNotHaveDuplicates()
                    .isEqualTo(marks(lines, "// end::"));
            if (WINDOWED.contains(name.number())) {
                assertThat(marks(lines, "// tag::")).contains("window");
            }
        }
    }

    private static List<String> marks(List<String> lines, String start) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length(), line.indexOf('[')))
                .toList();
    }
}
