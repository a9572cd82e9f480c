package io.heliometer.flink.internal;

import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Counts the accepted records that a window operator dropped as late, over all subtasks of this
 * process. The lateness rule stands before every window, so any but 0 means that the watermark ran
 * ahead of its definition and the trial is invalid.
 */
public final class EngineDropped extends RichMapFunction<StringReading, StringReading> {
    private static final long serialVersionUID = 1L;
    private static final LongAdder COUNT = new LongAdder();

    /** Returns how many records this process has dropped. */
    public static long count() {
        return COUNT.sum();
    }

    @Override
    public StringReading map(StringReading late) {
        COUNT.increment();
        return late;
    }
}
