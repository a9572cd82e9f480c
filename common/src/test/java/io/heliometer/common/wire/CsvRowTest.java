package io.heliometer.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CsvRowTest {
    @Test
    void row_withoutColumnsIsEmpty() {
        assertThat(new CsvRow()).hasToString("");
    }

    @Test
    void row_separatesColumnsByCommas() {
        assertThat(new CsvRow().add(1).add(-2).add(Long.MIN_VALUE))
                .hasToString("1,-2,-9223372036854775808");
    }

    @Test
    void emptyColumns_keepTheirCommas() {
        assertThat(new CsvRow().addEmpty().add(0).addEmpty()).hasToString(",0,");
    }

    @Test
    void addIf_leavesTheColumnEmptyWhereTheValueDoesNotExist() {
        assertThat(new CsvRow().addIf(true, 7).addIf(false, 7)).hasToString("7,");
    }
}
