package io.heliometer.benchmarks.score;

import io.heliometer.results.run.MonitoringRule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rules that queries which are built can serve. */
final class RuleBook {
    private static final List<Rule> RULES =
            List.of(new PeerRatioRule(), new OpenStringRule(), new SilenceRule());

    private RuleBook() {}

    static Rule rule(MonitoringRule name) {
        return RULES.stream()
                .filter(rule -> rule.name() == name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "rule must be served by a query that is built, was " + name));
    }

    /** Returns the rules that the rows of a query serve; empty if there is none. */
    static List<Rule> servedBy(String query) {
        return RULES.stream()
                .filter(rule -> rule.name().servedBy().contains(query))
                .toList();
    }

    /** Returns all alerts of a trial's rows. */
    static List<Alert> alerts(String query, Collection<String> rows, Plant plant) {
        List<Alert> alerts = new ArrayList<>();
        for (Rule rule : servedBy(query)) {
            alerts.addAll(rule.alerts(ResultRow.of(rule.query(), query, rows), plant));
        }
        return alerts;
    }
}
