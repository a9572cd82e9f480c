package io.heliometer.flink.internal;

import org.apache.flink.api.common.functions.AggregateFunction;

/**
 * One number per key and open window.
 *
 * @param <T> what is counted
 */
public final class Count<T> implements AggregateFunction<T, Long, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Long createAccumulator() {
        return 0L;
    }

    @Override
    public Long add(T counted, Long count) {
        return count + 1;
    }

    @Override
    public Long getResult(Long count) {
        return count;
    }

    @Override
    public Long merge(Long a, Long b) {
        return a + b;
    }
}
