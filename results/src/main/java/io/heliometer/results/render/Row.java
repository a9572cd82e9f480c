package io.heliometer.results.render;

import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.stats.BlockValue;
import io.heliometer.results.stats.Medians;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One engine's trials in a group, one per block.
 *
 * @param engine name
 * @param trials by block
 */
record Row(String engine, List<TrialRecord> trials) {

    /** A figure of a trial; null if it was not measured. */
    @FunctionalInterface
    interface Metric {
        @Nullable Double of(TrialRecord trial);
    }

    static List<Row> of(List<TrialRecord> trials) {
        Map<String, List<TrialRecord>> byEngine = trials.stream()
                .sorted(Comparator.comparingInt(TrialRecord::block))
                .collect(Collectors.groupingBy(
                        TrialRecord::engine, TreeMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        byEngine.forEach((engine, members) -> rows.add(new Row(engine, members)));
        return rows;
    }

    /** Returns the figure of every block whose trial completed. */
    List<BlockValue> values(Metric metric) {
        List<BlockValue> values = new ArrayList<>();
        for (TrialRecord trial : trials) {
            Double value = trial.outcome().valid() ? metric.of(trial) : null;
            if (value != null) {
                values.add(new BlockValue(trial.block(), engine, value));
            }
        }
        return values;
    }

    /** Returns the median over blocks; null if no block has a figure. */
    @Nullable Double median(Metric metric) {
        List<Double> values = values(metric).stream().map(BlockValue::value).toList();
        return values.isEmpty() ? null : Medians.lower(values);
    }

    /** Returns the trial that explains why there is no figure: the last one. */
    TrialRecord last() {
        return trials.get(trials.size() - 1);
    }
}
