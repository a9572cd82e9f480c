package io.heliometer.spark.internal;

import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQueryListener;

/**
 * Counts what state operators dropped as too late, over all streaming queries. Any value but 0
 * means lost records: by the specification a record that is accepted is never late. Counts rows
 * after partial aggregation, so it is a lower bound of the records.
 *
 * <p>Spark tells it only in the progress of each batch, asynchronously, on the driver.
 */
public final class LateRows extends StreamingQueryListener {
    private final LongAdder count = new LongAdder();

    @Override
    public void onQueryStarted(QueryStartedEvent event) {}

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        for (StateOperatorProgress operator : event.progress().stateOperators()) {
            count.add(operator.numRowsDroppedByWatermark());
        }
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {}

    /** Returns how many rows were dropped in the batches reported so far. */
    public long count() {
        return count.sum();
    }
}
