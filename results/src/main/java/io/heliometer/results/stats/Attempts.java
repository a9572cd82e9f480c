package io.heliometer.results.stats;

import io.heliometer.results.run.Load;
import io.heliometer.results.run.TrialRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Splits trials into those that count and those that a later attempt at the same thing superseded.
 * A superseded trial is kept and shown, because a repetition that nobody sees is a choice of
 * results.
 *
 * @param current the last attempt of each, in the order given
 * @param superseded all earlier attempts, in the order given
 */
public record Attempts(List<TrialRecord> current, List<TrialRecord> superseded) {

    /** Copies the lists. */
    public Attempts {
        current = List.copyOf(current);
        superseded = List.copyOf(superseded);
    }

    /** Splits the trials of one run. */
    public static Attempts of(List<TrialRecord> trials) {
        Map<Slot, Integer> last = new HashMap<>();
        trials.forEach(trial -> last.merge(Slot.of(trial), trial.attempt(), Math::max));
        Map<Boolean, List<TrialRecord>> parts = trials.stream()
                .collect(Collectors.partitioningBy(
                        trial -> trial.attempt() == last.getOrDefault(Slot.of(trial), 0)));
        return new Attempts(
                parts.getOrDefault(true, List.of()), parts.getOrDefault(false, List.of()));
    }

    /** What two attempts have in common. */
    private record Slot(
            int block,
            String engine,
            String variant,
            String query,
            String transport,
            String kind,
            Load load,
            @Nullable String fault) {
        static Slot of(TrialRecord trial) {
            return new Slot(
                    trial.block(),
                    trial.engine(),
                    trial.variant(),
                    trial.query(),
                    trial.transport(),
                    trial.kind(),
                    trial.load(),
                    trial.fault());
        }
    }
}
