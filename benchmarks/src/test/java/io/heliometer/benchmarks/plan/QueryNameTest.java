package io.heliometer.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class QueryNameTest {
    private static final Path HOME =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    @Test
    void names_areThoseOfTheOracle() {
        assertThat(QueryName.ALL)
                .extracting(QueryName::number)
                .containsExactlyElementsOf(Plan.QUERIES);
    }

    @Test
    void names_standInTheSpecificationAsBuilt() throws IOException {
        String specification = Files.readString(HOME.resolve("docs/spec.md"));

        assertThat(QueryName.ALL)
                .allSatisfy(query -> assertThat(specification)
                        .contains("### " + query.number() + " " + query.name() + " (built)"));
    }

    @Test
    void names_areThoseOfThePurePart() {
        assertThat(QueryName.ALL)
                .allSatisfy(query -> assertThat(
                                HOME.resolve("common/src/main/java/io/heliometer/common/query/"
                                        + query.name() + ".java"))
                        .exists());
    }
}
