package io.heliometer.common.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A class path cannot be listed, so each folder has an index; a case it forgets never runs. */
final class GoldenIndexTest {
    static Stream<Path> folders() throws IOException, URISyntaxException {
        Path golden = Path.of(Objects.requireNonNull(GoldenIndexTest.class.getResource("/golden"))
                .toURI());
        return children(golden).stream();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void index_listsEveryGoldenFileInOrder(Path folder) throws IOException {
        List<String> files = children(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("index.txt"))
                .toList();
        List<String> listed = Files.readAllLines(folder.resolve("index.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(name -> name + ".golden")
                .toList();

        assertThat(listed).isNotEmpty().isEqualTo(files);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
