package io.heliometer.spark.internal;

import org.apache.spark.SparkStatusTracker;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** What the application's executors do at the moment. */
final class Executors {
    private final SparkStatusTracker tracker;

    Executors(SparkSession spark) {
        tracker = spark.sparkContext().statusTracker();
    }

    /** Returns how many executors are registered. */
    int count() {
        // The driver is listed among them.
        return tracker.getExecutorInfos().length - 1;
    }

    /**
     * Returns whether a query works: it waits for records, has finished a batch, or has given the
     * executors tasks of its first. Those may wait for a slot while another query's batch runs.
     */
    boolean work(StreamingQuery query) {
        return query.lastProgress() != null
                || query.status().message().startsWith("Waiting for")
                || tracker.getJobIdsForGroup(query.runId().toString()).length > 0;
    }
}
