package io.heliometer.results.render;

import io.heliometer.results.run.MonitoringRule;

import java.util.ArrayList;
import java.util.List;

/** All rules, those that nothing serves included: they are why some faults are never found. */
final class RuleTable {
    private RuleTable() {}

    static Block.Table of(List<ScoredRows> all) {
        List<List<Cell>> rows = new ArrayList<>();
        for (MonitoringRule rule : MonitoringRule.values()) {
            rows.add(List.of(
                    Cell.of(rule.name()),
                    Cell.of(rule.title()),
                    Cell.of(rule.condition()),
                    Cell.of(rule.needs()),
                    served(rule, all)));
        }
        return Block.Table.of(
                "The rules",
                List.of(
                        Block.Column.text("Rule"),
                        Block.Column.text("Name"),
                        Block.Column.text("Fires on"),
                        Block.Column.text("Needs"),
                        Block.Column.text("Served by")),
                rows);
    }

    private static Cell served(MonitoringRule rule, List<ScoredRows> all) {
        if (rule.servedBy().isEmpty()) {
            return new Cell("not served by a query that is built", "absent");
        }
        boolean ran = all.stream().anyMatch(rows -> rows.score().rules().contains(rule.name()));
        String queries = String.join(" and ", rule.servedBy());
        return ran ? Cell.of(queries) : new Cell(queries + ", not in this run", "absent");
    }
}
