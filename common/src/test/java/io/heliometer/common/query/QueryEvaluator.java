package io.heliometer.common.query;

import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The smallest engine there is: the query logic, single-threaded, in memory, each partition with
 * its own clock and its own state, which it forgets as early as the query logic allows.
 */
public final class QueryEvaluator {
    private final String query;
    private final Workload workload;
    private final List<String> rows = new ArrayList<>();
    private final Map<Integer, PartitionEvaluator> partitions = new HashMap<>();

    private QueryEvaluator(String query, Workload workload) {
        this.query = query;
        this.workload = workload;
    }

    /**
     * Returns every row of a query over some records, each behind the name of its topic.
     *
     * @param workload what the engine is given besides the records
     */
    public static List<String> rows(
            String query, Workload workload, Iterable<ScheduledRecord> records) {
        QueryEvaluator evaluator = new QueryEvaluator(query, workload);
        records.forEach(evaluator::accept);
        return evaluator.rows;
    }

    private void accept(ScheduledRecord scheduled) {
        partitions.computeIfAbsent(scheduled.partition(), this::partition).accept(scheduled);
    }

    private PartitionEvaluator partition(int partition) {
        return new PartitionEvaluator(query, workload, partition, this::write);
    }

    private void write(OutputTopic topic, String row) {
        rows.add(topic + " " + row);
    }
}
