package io.heliometer.results.render;

import io.heliometer.results.run.Load;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.stats.KinesisShards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the real Kinesis would have to be given for the rates of this run; computed, not measured.
 */
final class ShardArithmetic {
    /** The engine alone reads the input; the observer reads the output. */
    private static final int CONSUMERS = 1;

    /** Key of the run's workload that says whether the stand-in enforced the limits. */
    private static final String LIMITS = "suite.kinesis.limits";

    private ShardArithmetic() {}

    static boolean concerns(TrialRecord trial) {
        return trial.transport().equals(Transports.KINESIS);
    }

    /** Returns what the numbers mean. */
    static Block paragraph(RunView view) {
        boolean limited = "on".equals(view.run().workload().get(LIMITS));
        return new Block.Paragraph(
                "Shards needed (at the rate of the row) is arithmetic, not a measurement: the largest of"
                        + " records/s over 1,000, bytes/s written over 1 MiB and bytes/s read over 2 MiB,"
                        + " each rounded up, by the limits per shard that the service's API reference"
                        + " gives (1 MiB is 1,048,576 bytes; the quotas page writes MB). Records are"
                        + " counted one by one, with one polling consumer; partition keys and an uneven"
                        + " spread come on top."
                        + (limited
                                ? " The local stand-in for the service ran with these per-second limits"
                                        + " switched on (" + LIMITS + "=on)."
                                : " The local stand-in for the service runs with these per-second limits"
                                        + " switched off, so a rate here may be above what its shards"
                                        + " would carry there."));
    }

    /** Returns the shards for the rate of a drain; published only if the trial completed. */
    static Cell forDrain(TrialRecord trial) {
        Double rate = Metrics.recordsPerSecond(trial);
        return rate == null || !trial.outcome().valid()
                ? Cell.absent(Absence.reason(trial))
                : needed(rate, trial.load().meanRecordBytes());
    }

    /** Returns the shards for the planned rates of these trials, one row per query and rate. */
    static Block.Table forSchedules(List<TrialRecord> trials) {
        List<Block.Column> columns = List.of(
                Block.Column.text("Query"),
                Block.Column.number("Planned records/s"),
                Block.Column.number("Bytes per record"),
                Block.Column.number("For records"),
                Block.Column.number("For bytes in"),
                Block.Column.number("For bytes out"),
                Block.Column.number("Shards needed"));
        List<List<Cell>> rows = trials.stream()
                .map(Plan::of)
                .distinct()
                .sorted(Comparator.comparing(Plan::query))
                .map(ShardArithmetic::row)
                .toList();
        return Block.Table.of(
                "Kinesis shards for the rate of the schedule, by arithmetic", columns, rows);
    }

    /**
     * What an open-loop trial plans to send.
     *
     * @param query that reads it
     * @param rate records per second
     * @param bytes mean size of a record
     */
    private record Plan(
            String query, @Nullable Double rate, @Nullable Double bytes) {
        static Plan of(TrialRecord trial) {
            Load load = trial.load();
            return new Plan(trial.query(), load.recordsPerSecond(), load.meanRecordBytes());
        }
    }

    private static List<Cell> row(Plan plan) {
        Double rate = plan.rate();
        Double bytes = plan.bytes();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(plan.query()));
        cells.add(rate == null ? Cell.absent("not recorded") : Cell.of(Numbers.count(rate)));
        cells.add(bytes == null ? Cell.absent("not recorded") : Cell.of(Numbers.measured(bytes)));
        if (rate == null || bytes == null) {
            Cell absent = Cell.absent("rate or size not recorded");
            cells.addAll(List.of(absent, absent, absent, absent));
            return cells;
        }
        KinesisShards shards = KinesisShards.of(rate, bytes, CONSUMERS);
        cells.add(count(shards.forRecords()));
        cells.add(count(shards.forBytesIn()));
        cells.add(count(shards.forBytesOut()));
        cells.add(count(shards.needed()));
        return cells;
    }

    private static Cell needed(double rate, @Nullable Double bytes) {
        return bytes == null
                ? Cell.absent("record size not recorded")
                : count(KinesisShards.of(rate, bytes, CONSUMERS).needed());
    }

    private static Cell count(long shards) {
        return Cell.of(Numbers.count((double) shards));
    }
}
