package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.Golden;
import io.heliometer.results.store.StoredRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
    @Test
    void text_matchesItsFile() {
        Golden.check(
                "summary.txt",
                SummaryTable.text(new StoredRun(Fixture.run(), Fixture.trials(), List.of())));
    }

    @Test
    void text_ofNoTrialIsTheHeading() {
        assertThat(SummaryTable.text(new StoredRun(Fixture.run(), List.of(), List.of())))
                .startsWith("engine  query  trial")
                .hasLineCount(1);
    }
}
