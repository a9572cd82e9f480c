package io.heliometer.results.render;

import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.StoredRun;

import java.util.ArrayList;
import java.util.List;

/** What sections say, for tests. */
final class Texts {
    private Texts() {}

    static RunView view(RunRecord run, List<TrialRecord> trials) {
        return RunView.of(new StoredRun(run, trials, List.of()));
    }

    /** Returns the paragraphs and bullets of a section. */
    static List<String> of(Section section) {
        List<String> texts = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                texts.add(paragraph.text());
            } else if (block instanceof Block.Bullets bullets) {
                texts.addAll(bullets.items());
            }
        }
        return texts;
    }

    /** Returns the tables of a section, those below charts included. */
    static List<Block.Table> tables(Section section) {
        List<Block.Table> tables = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Figure figure) {
                tables.add(figure.table());
            } else if (block instanceof Block.Table table) {
                tables.add(table);
            }
        }
        return tables;
    }
}
