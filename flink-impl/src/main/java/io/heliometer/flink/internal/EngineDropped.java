package io.heliometer.flink.internal;

import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.functions.FilterFunction;

/**
 * Counts the accepted records that an operator dropped as late, over all subtasks of this process:
 * as the end of a window's side output, or called by an operator that keeps its own time. The
 * lateness rule stands before every one of them, so any but 0 means that the watermark ran ahead of
 * its definition and the trial is invalid.
 *
 * @param <T> what was dropped
 */
public final class EngineDropped<T> implements FilterFunction<T> {
    private static final long serialVersionUID = 1L;
    private static final LongAdder COUNT = new LongAdder();

    /** Returns how many records this process has dropped. */
    public static long count() {
        return COUNT.sum();
    }

    /** Counts one record that an operator drops. */
    public static void add() {
        COUNT.increment();
    }

    @Override
    public boolean filter(T late) {
        add();
        return false;
    }
}
