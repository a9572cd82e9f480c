package io.heliometer.results.render;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the report as Markdown (GitHub's tables); charts are SVG files beside it. */
final class MarkdownReport {
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport() {}

    static String of(Report report) {
        MarkdownReport markdown = new MarkdownReport();
        markdown.out.append("# ").append(escaped(report.title())).append("\n\n");
        markdown.out
                .append(report.facts().stream()
                        .map(MarkdownReport::escaped)
                        .collect(Collectors.joining(" · ")))
                .append("\n");
        for (Section section : report.sections()) {
            markdown.out.append("\n## ").append(section.title()).append("\n");
            section.blocks().forEach(markdown::block);
        }
        return markdown.out.toString();
    }

    private void block(Block block) {
        out.append('\n');
        if (block instanceof Block.Paragraph paragraph) {
            out.append(escaped(paragraph.text())).append('\n');
        } else if (block instanceof Block.Bullets bullets) {
            bullets.items()
                    .forEach(item -> out.append("- ").append(escaped(item)).append('\n'));
        } else if (block instanceof Block.Code code) {
            code(code.text());
        } else if (block instanceof Block.Figure figure) {
            out.append("![").append(escaped(figure.alternative())).append("](charts/");
            out.append(figure.name()).append(".svg)\n\n");
            table(figure.table());
        } else if (block instanceof Block.Table table) {
            table(table);
        }
    }

    private void code(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        out.append(fence)
                .append("text\n")
                .append(text)
                .append('\n')
                .append(fence)
                .append('\n');
    }

    private void table(Block.Table table) {
        String caption = escaped(table.caption());
        out.append(
                table.folded()
                        ? "<details><summary>" + caption + "</summary>\n\n"
                        : "**" + caption + "**\n\n");
        row(table.columns().stream().map(Block.Column::name).toList());
        out.append(table.columns().stream()
                .map(column -> column.number() ? "---:" : ":---")
                .collect(Collectors.joining("|", "|", "|\n")));
        table.rows().forEach(row -> row(row.stream().map(Cell::text).toList()));
        out.append(table.folded() ? "\n</details>\n" : "");
    }

    private void row(List<String> cells) {
        out.append(cells.stream()
                .map(cell -> " " + escaped(cell).replace("|", "\\|") + " ")
                .collect(Collectors.joining("|", "|", "|\n")));
    }

    /** Returns a text on one line that Markdown and HTML leave as it is. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*\\[\\]])", "\\\\$1");
    }
}
