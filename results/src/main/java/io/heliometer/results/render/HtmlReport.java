package io.heliometer.results.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import io.heliometer.results.store.RunJson;
import io.heliometer.results.store.StoredRun;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes the report as one HTML file that loads nothing: styles, charts and data are inside. */
final class HtmlReport {
    /** The templates are compiled into this package, so they see its records. */
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, null, HtmlReport.class.getPackageName());

    private HtmlReport() {}

    /**
     * The data of the page's template.
     *
     * @param report what it says
     * @param css style sheet
     * @param json the run and its trials, safe inside a script element
     * @param fileName under which the data are downloaded
     */
    record Page(Report report, String css, String json, String fileName) {}

    static String of(Report report, StoredRun stored) {
        StringOutput output = new StringOutput();
        Page page = new Page(
                report, css(), embedded(RunJson.document(stored)), stored.run().run() + ".json");
        TEMPLATES.render("report.jte", page, output);
        return output.toString();
    }

    /** Leaves no less-than sign: a script element ends at its end tag, even inside a JSON text. */
    static String embedded(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String css() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css must be beside " + HtmlReport.class);
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read", e);
        }
    }
}
