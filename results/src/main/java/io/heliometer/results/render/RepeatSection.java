package io.heliometer.results.render;

import java.util.List;

/** How to run it again. */
final class RepeatSection {
    private RepeatSection() {}

    static Section of(RunView view) {
        return new Section(
                "repeat",
                "Repeat",
                List.of(
                        new Block.Code(view.run().command()),
                        new Block.Paragraph("Suite " + view.run().suite() + ", seed "
                                + view.run().seed()
                                + ": the same seed gives the same records in the same order of trials."
                                + " trials.jsonl, trials.csv and run.json beside this report hold every"
                                + " value, those of invalid trials included.")));
    }
}
