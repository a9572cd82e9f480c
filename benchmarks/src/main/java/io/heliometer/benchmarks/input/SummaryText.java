package io.heliometer.benchmarks.input;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The summary of an input as lines of text. */
final class SummaryText {
    private static final int MAX_GAPS = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final InputSummary summary;
    private final StringBuilder text = new StringBuilder();

    SummaryText(InputSummary summary) {
        this.summary = summary;
    }

    @Override
    public String toString() {
        text.setLength(0);
        line("input", "%s", String.join(", ", summary.files()));
        line(
                "rows",
                "%,d rows, %,d records of %,d devices, one per %,d s",
                summary.rowCount(),
                summary.recordCount(),
                summary.deviceCount(),
                summary.periodMillis() / 1000);
        line(
                "span",
                "%s to %s (UTC%s)",
                time(summary.horizon().startMillis()),
                time(summary.horizon().endMillis()),
                summary.offset().getTotalSeconds() == 0 ? "" : summary.offset());
        addOrder();
        addGaps();
        addMalformed();
        addColumns();
        return text.toString();
    }

    private void addOrder() {
        line(
                "order",
                "%,d rows out of time order%s; %,d records repeat a time of their device",
                summary.order().outOfOrderRowCount(),
                summary.order().outOfOrderRowCount() == 0
                        ? ""
                        : ", sorted by received time (equal times keep the file's order)",
                summary.order().repeatedStampCount());
    }

    private void addGaps() {
        List<Gap> gaps = summary.gaps();
        line("gaps", "%,d spans without records; nothing is invented to fill them", gaps.size());
        summary.longestGap().ifPresent(gap -> line("", "longest: %s", span(gap)));
        if (gaps.size() > 1) {
            gaps.stream().limit(MAX_GAPS).forEach(gap -> line("", "%s", span(gap)));
        }
        summary.uncovered().forEach(gap -> line("", "day not covered: %s", span(gap)));
    }

    private void addMalformed() {
        InputSummary.Malformed malformed = summary.malformed();
        line(
                "malformed",
                "%,d records, because of %,d cells or rows",
                malformed.recordCount(),
                malformed.cellCount());
        malformed.examples().forEach(cell -> line("", "%s", cell));
    }

    private void addColumns() {
        line("absent", "%,d cells", summary.absentCellCount());
        for (ColumnRange range : summary.columns()) {
            line(
                    "column",
                    "%s: %s to %s %s, %,d present, %,d absent",
                    range.column(),
                    range.min().toPlainString(),
                    range.max().toPlainString(),
                    range.unit(),
                    range.presentCount(),
                    range.absentCount());
        }
    }

    private String span(Gap gap) {
        return String.format(
                Locale.ROOT,
                "%s to %s, %,d s or %,d samples of %,d devices",
                time(gap.fromMillis()),
                time(gap.toMillis()),
                gap.lengthMillis() / 1000,
                gap.lengthMillis() / summary.periodMillis(),
                gap.deviceCount());
    }

    private String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis).atOffset(summary.offset()));
    }

    private void line(String label, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "%-10s ", label))
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
