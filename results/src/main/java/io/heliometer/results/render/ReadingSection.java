package io.heliometer.results.render;

import java.util.ArrayList;
import java.util.List;

/** How to read the report. */
final class ReadingSection {
    private ReadingSection() {}

    static Section of(RunView view) {
        boolean faults = !view.disturbed().isEmpty();
        List<String> rules = new ArrayList<>();
        rules.add(
                "A figure is published only if its trial COMPLETED: the rows equal the oracle's and"
                        + " the load was on schedule. A trial that did not stays in every table, with its"
                        + " outcome in place of the figure.");
        rules.add("n/a means that there is no value, with the reason behind it. It never means 0.");
        rules.add("Start with correctness, then compare engines within one group only: the same"
                + " query, settings, transport" + (faults ? ", fault" : "") + " and load.");
        if (view.transports().size() > 1) {
            rules.add("Transports are different brokers. An engine on one of them and an engine on"
                    + " another may stand in one table, with the transport beside them; their"
                    + " order there says nothing about the engines. Compare each with its own"
                    + " transport's limit instead.");
        }
        rules.add("p99 is the delay that 99 of 100 result rows stay below. On a logarithmic axis"
                + " equal distances are equal factors.");
        rules.add("With several blocks a bar or point is the median over the blocks, and strokes"
                + " across a bar are the blocks; tables give every block. Delays below 1 ms stand"
                + " at the edge of a logarithmic axis, and the numbers beside it are exact.");
        if (faults) {
            rules.add("Downtime and catch-up are two figures. An engine with the shorter downtime"
                    + " may have the longer catch-up.");
        }
        rules.add("Each engine has one colour, one marker and one dash in all charts, and its name"
                + " beside it.");
        return new Section("reading", "How to read this", List.of(new Block.Bullets(rules)));
    }
}
