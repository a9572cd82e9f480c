package io.heliometer.results.render;

import io.heliometer.results.run.Environment;
import io.heliometer.results.run.SendDelayMillis;
import io.heliometer.results.run.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What disturbed the measurement, and which attempts were repeated for it. */
final class NoiseSection {
    private NoiseSection() {}

    static Section of(RunView view) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("A noisy trial is repeated, kept and shown, never deleted."
                + " The load generator's send delay tells whether the load was on schedule: above a"
                + " p99 of 20 ms a trial is GENERATOR_LIMITED."));
        Environment machine = view.run().environment();
        Double before = machine.loadAverageBefore();
        if (before != null && before > 0.5 * machine.cpus()) {
            blocks.add(new Block.Paragraph("The load average before the run was "
                    + Numbers.measured(before) + " on " + machine.cpus()
                    + " CPUs: something else was running."));
        }
        if (view.superseded().isEmpty()) {
            blocks.add(new Block.Paragraph("No trial was repeated."));
        } else {
            blocks.add(superseded(view.superseded()));
        }
        blocks.add(sendDelays(view.all()));
        if (!view.notes().isEmpty()) {
            blocks.add(new Block.Bullets(view.notes()));
        }
        return new Section("noise", "Noise ledger", blocks);
    }

    private static Block superseded(List<TrialRecord> trials) {
        List<Block.Column> columns = List.of(
                Block.Column.number("Attempt"),
                Block.Column.text("Outcome"),
                Block.Column.text("Reason"));
        return Tables.of("Attempts that a later one superseded", trials, columns, trial -> {
            String reason = trial.reason();
            return List.of(
                    Cell.of(trial.attempt()),
                    Cell.outcome(trial.outcome()),
                    Cell.of(reason == null ? "" : reason));
        });
    }

    private static Block sendDelays(List<TrialRecord> trials) {
        List<Block.Column> columns = List.of(
                Block.Column.number("Attempt"),
                Block.Column.number("Send delay p50 (ms)"),
                Block.Column.number("Send delay p99 (ms)"));
        return Tables.of("Load generator, all attempts", trials, columns, trial -> {
            SendDelayMillis delay = trial.sendDelayMillis();
            return List.of(
                    Cell.of(trial.attempt()),
                    sendDelay(trial, delay == null ? null : delay.p50()),
                    sendDelay(trial, delay == null ? null : delay.p99()));
        });
    }

    /** The generator's own delay is shown for invalid trials too: it is the reason for some. */
    private static Cell sendDelay(TrialRecord trial, @Nullable Double millis) {
        if (millis != null) {
            return Cell.of(Numbers.measured(millis));
        }
        return Cell.absent(trial.kind().equals(TrialRecord.DRAIN) ? "drain" : "not measured");
    }
}
