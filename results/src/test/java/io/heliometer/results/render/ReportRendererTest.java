package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.FourEngines;
import io.heliometer.results.Golden;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.RunFolder;
import io.heliometer.results.store.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportRendererTest {
    private static final Pattern DATA = Pattern.compile(
            "<script type=\"application/json\" id=\"heliometer-data\">(.*?)</script>",
            Pattern.DOTALL);

    @TempDir
    Path temporary;

    @Test
    void markdown_matchesItsFile() throws IOException {
        Golden.check("report.md", rendered("report.md"));
    }

    @Test
    void markdown_ofFourEnginesMatchesItsFile() throws IOException {
        Golden.check(
                "four-report.md", rendered(FourEngines.run(), FourEngines.trials(), "report.md"));
    }

    @Test
    void html_ofFourEnginesHasEveryIdOnce() throws IOException {
        String html = rendered(FourEngines.run(), FourEngines.trials(), "report.html");

        assertThat(Pattern.compile(" id=\"([^\"]*)\"").matcher(html).results().toList())
                .extracting(id -> id.group(1))
                .contains("transports", "faults", "recovery-desc", "throughput-kinesis-title")
                .doesNotHaveDuplicates();
    }

    @Test
    void markdown_showsChartsThatAreThere() throws IOException {
        String markdown = rendered("report.md");

        assertThat(Pattern.compile("]\\((charts/[^)]*)\\)")
                        .matcher(markdown)
                        .results()
                        .toList())
                .hasSize(7)
                .allSatisfy(
                        chart -> assertThat(folder().resolve(chart.group(1))).isRegularFile());
    }

    @Test
    void html_loadsNothing() throws IOException {
        String html = rendered("report.html");

        assertThat(Pattern.compile(
                                "(?:src|href|action)\\s*=\\s*[\"']?(?!#|data:)[^\\s\"'>]+|url\\(")
                        .matcher(DATA.matcher(html).replaceAll(""))
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("://");
        assertThat(html).doesNotContain("<link").doesNotContain("@import");
    }

    @Test
    void html_escapesWhatTheEngineWrote() throws IOException {
        String html = rendered("report.html");

        assertThat(html).doesNotContain("alert(1)</script>").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void html_carriesEveryTrial() throws IOException {
        String data = DATA.matcher(rendered("report.html"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(data.lines().filter(line -> line.contains("\"attempt\"")))
                .map(line -> RunJson.trial(
                        line.endsWith(",") ? line.substring(0, line.length() - 1) : line))
                .containsExactlyElementsOf(Fixture.trials());
    }

    @Test
    void html_publishesNoFigureOfAnInvalidTrial() throws IOException {
        String visible = DATA.matcher(rendered("report.html")).replaceAll("");

        assertThat(visible)
                .doesNotContain("388,000")
                .contains("n/a (INCORRECT: no figure is published)");
    }

    @Test
    void html_hasEveryAnchorThatItLinksToOnce() throws IOException {
        String html = rendered("report.html");

        assertThat(Pattern.compile("href=\"#([^\"]*)\"").matcher(html).results().toList())
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(html).containsOnlyOnce("id=\"" + link.group(1) + "\""));
    }

    @Test
    void csv_isWrittenWithOneLinePerTrial() throws IOException {
        assertThat(rendered("trials.csv").lines()).hasSize(1 + Fixture.trials().size());
    }

    @Test
    void render_ofARunThatCrashedAtOnceSaysThatNothingEnded() throws IOException {
        RunFolder folder = RunFolder.create(folder());
        folder.write(Fixture.run());

        ReportRenderer.render(folder);

        assertThat(Files.readString(folder().resolve("report.md")))
                .contains("No trial ended, so there is nothing to report.")
                .contains("0 of 8 planned trials have a result.");
    }

    private Path folder() {
        return temporary.resolve("run");
    }

    private String rendered(String name) throws IOException {
        return rendered(Fixture.run(), Fixture.trials(), name);
    }

    private String rendered(RunRecord run, List<TrialRecord> trials, String name)
            throws IOException {
        RunFolder folder = RunFolder.create(folder());
        folder.write(run);
        trials.forEach(folder::append);
        ReportRenderer.render(folder);
        return Files.readString(folder().resolve(name));
    }
}
