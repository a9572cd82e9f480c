package io.heliometer.results.render;

import io.heliometer.results.store.RunFolder;
import io.heliometer.results.store.StoredRun;

import java.nio.file.Path;

/**
 * Writes the report of a run beside its data: report.html (one file that loads nothing), report.md
 * with its charts in {@code charts/}, and trials.csv. The same data give the same bytes.
 */
public final class ReportRenderer {
    private ReportRenderer() {}

    /**
     * Writes the report, over an earlier one of the same folder.
     *
     * @return the path of report.html
     * @throws IllegalArgumentException if run.json or trials.jsonl is not readable as such
     * @throws io.heliometer.results.store.StorageException if the disk does not let it
     */
    public static Path render(RunFolder folder) {
        StoredRun stored = folder.read();
        Report report = Report.of(stored);
        folder.writeCsv();
        for (Section section : report.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Figure figure) {
                    folder.writeText("charts/" + figure.name() + ".svg", figure.svg());
                }
            }
        }
        folder.writeText("report.md", MarkdownReport.of(report));
        return folder.writeText("report.html", HtmlReport.of(report, stored));
    }
}
