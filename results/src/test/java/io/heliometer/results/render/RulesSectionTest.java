package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.Golden;
import io.heliometer.results.Scores;
import io.heliometer.results.run.MonitoringRule;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.RunFolder;
import io.heliometer.results.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesSectionTest {
    @TempDir
    Path temporary;

    @Test
    void section_isThereOnlyIfATrialHasAScore() {
        assertThat(report(Scores.trials(false)).sections())
                .extracting(Section::id)
                .contains("rules");
        assertThat(report(Fixture.trials()).sections())
                .extracting(Section::id)
                .doesNotContain("rules");
    }

    @Test
    void section_matchesItsFile() {
        Report alone = new Report("Scores", List.of(), true, List.of(section(false)));

        Golden.check("rules-section.md", MarkdownReport.of(alone));
    }

    @Test
    void csv_ofScoresMatchesItsFile() throws IOException {
        Golden.check("scores.csv", rendered(Scores.trials(true), "scores.csv"));
    }

    @Test
    void csv_ofScoresIsNotWrittenWithoutAny() throws IOException {
        rendered(Fixture.trials(), "report.md");

        assertThat(temporary.resolve("run/scores.csv")).doesNotExist();
    }

    @Test
    void chart_ofRecallsMatchesItsFile() throws IOException {
        Golden.check("recall.svg", rendered(Scores.trials(false), "charts/recall.svg"));
    }

    @Test
    void section_saysThatScoresMeasureTheRules() {
        assertThat(Texts.of(section(false)))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("These scores measure the rules, not the engines"))
                .contains("Equal for all engines: yes.");
    }

    @Test
    void section_namesTheTrialWhoseRowsHaveAnotherScoreAndShowsTheOracles() {
        Section section = section(true);

        assertThat(Texts.of(section))
                .anySatisfy(text -> assertThat(text)
                        .startsWith(
                                "Equal for all engines: no. The rows of kstreams Q3 drain, block 1"
                                        + " (INCORRECT) have another score"));
        assertThat(Texts.tables(section).get(0).rows().get(1))
                .startsWith(Cell.of("Q3 drain"), Cell.of("R3"))
                .contains(Cell.of("2"))
                .endsWith(Cell.bad("no: kstreams"));
    }

    @Test
    void table_saysWhichFaultsNoRuleIsMadeFor() {
        Block.Table types = Texts.tables(section(false)).get(2);

        assertThat(types.rows())
                .filteredOn(row -> row.get(0).text().equals("INV_TRIP_TRANSIENT"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(Cell.absent("not in reach"), Cell.absent("none found")));
    }

    @Test
    void table_listsEveryRuleWithOrWithoutAQuery() {
        List<Block.Table> tables = Texts.tables(section(false));
        Block.Table rules = tables.get(tables.size() - 1);

        assertThat(rules.rows()).hasSize(MonitoringRule.values().length);
        assertThat(rules.rows().get(0)).contains(Cell.of("R1"), Cell.of("Q5 and M"));
        assertThat(rules.rows().get(1))
                .contains(
                        Cell.of("R2"),
                        Cell.of("Q7"),
                        new Cell("not served by a query that is built", "absent"));
    }

    @Test
    void table_saysWhichRulesTheRunCouldHaveServed() {
        List<Block.Table> tables = Texts.tables(
                RulesSection.of(Texts.view(Fixture.run(), Scores.trials(false).subList(2, 4))));

        assertThat(tables.get(tables.size() - 1).rows().get(0))
                .contains(new Cell("Q5 and M, not in this run", "absent"));
    }

    private static Section section(boolean mistake) {
        return RulesSection.of(Texts.view(Fixture.run(), Scores.trials(mistake)));
    }

    private static Report report(List<TrialRecord> trials) {
        return Report.of(new StoredRun(Fixture.run(), trials, List.of()));
    }

    private String rendered(List<TrialRecord> trials, String name) throws IOException {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        folder.write(Fixture.run());
        trials.forEach(folder::append);
        ReportRenderer.render(folder);
        return Files.readString(folder.path().resolve(name));
    }
}
