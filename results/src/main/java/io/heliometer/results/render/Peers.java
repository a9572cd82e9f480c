package io.heliometer.results.render;

import io.heliometer.results.run.TrialRecord;

import java.util.List;

/** Says plainly when an engine stands alone: without a peer there is no comparison. */
final class Peers {
    private Peers() {}

    /** Returns why the group has one engine, in brackets; empty if it has several. */
    static String note(RunView view, Group group) {
        if (group.rows().size() != 1) {
            return "";
        }
        TrialRecord only = group.rows().get(0).last();
        return " (no peer: " + reason(view, only) + ")";
    }

    private static String reason(RunView view, TrialRecord only) {
        List<String> engines =
                view.current().stream().map(TrialRecord::engine).distinct().toList();
        if (engines.size() == 1) {
            return "it is the only engine of this run";
        }
        boolean aloneOnTransport = view.current().stream()
                .filter(trial -> trial.transport().equals(only.transport()))
                .allMatch(trial -> trial.engine().equals(only.engine()));
        return aloneOnTransport
                ? "it is the only engine of this run on " + only.transport()
                : "it is the only engine with this query, settings and load";
    }
}
