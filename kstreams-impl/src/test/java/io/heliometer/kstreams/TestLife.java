package io.heliometer.kstreams;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What {@link org.apache.kafka.streams.TopologyTestDriver} cannot play: a task of another partition
 * than 0, a task whose stores were restored before its processors start, and a task that is revived
 * with the processors that it had.
 */
final class TestLife {
    private static final String KEY = "test.life";

    private final int partition;
    private final @Nullable TestTask dead;
    private int lives;

    /**
     * Plans a life.
     *
     * @param dead whose stores are restored, or null
     */
    TestLife(int partition, @Nullable TestTask dead) {
        this.partition = partition;
        this.dead = dead;
    }

    /** Returns an empty topology whose processors will live this life. */
    Topology topology(Map<?, ?> streamsConfig) {
        Map<String, Object> config = new HashMap<>();
        streamsConfig.forEach((key, value) -> config.put(key.toString(), value));
        config.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, Wrapper.class);
        config.put(KEY, this);
        return new Topology(new TopologyConfig(new StreamsConfig(config)));
    }

    /** Starts all processors again, as Kafka Streams does with those of a corrupted task. */
    void revive() {
        lives++;
    }

    /** Made by Kafka Streams from the configuration. */
    public static final class Wrapper implements ProcessorWrapper {
        private @Nullable TestLife life;

        /** Called by Kafka Streams. */
        public Wrapper() {}

        @Override
        public void configure(Map<String, ?> configs) {
            life = (TestLife) configs.get(KEY);
        }

        @Override
        public <A, B, C, D> WrappedProcessorSupplier<A, B, C, D> wrapProcessorSupplier(
                String name, ProcessorSupplier<A, B, C, D> supplier) {
            TestLife its = Objects.requireNonNull(life);
            Set<StoreBuilder<?>> stores = supplier.stores();
            return ProcessorWrapper.asWrapped(new ProcessorSupplier<>() {
                @Override
                public Processor<A, B, C, D> get() {
                    return its.wrap(supplier.get(), stores);
                }

                @Override
                public @Nullable Set<StoreBuilder<?>> stores() {
                    return stores;
                }
            });
        }

        @Override
        public <A, B, C> WrappedFixedKeyProcessorSupplier<A, B, C> wrapFixedKeyProcessorSupplier(
                String name, FixedKeyProcessorSupplier<A, B, C> supplier) {
            return ProcessorWrapper.asWrappedFixedKey(supplier);
        }
    }

    private <A, B, C, D> Processor<A, B, C, D> wrap(
            Processor<A, B, C, D> processor, @Nullable Set<StoreBuilder<?>> stores) {
        return new Processor<>() {
            private @Nullable ProcessorContext<C, D> own;
            private int startedIn = lives;

            @Override
            public void init(ProcessorContext<C, D> context) {
                if (stores != null && dead != null) {
                    stores.forEach(store -> restore(context.getStateStore(store.name()), store));
                }
                own = onPartition(context);
                processor.init(own);
            }

            @Override
            public void process(Record<A, B> message) {
                if (startedIn != lives) {
                    // Here, because a context serves a processor only while it has the turn.
                    startedIn = lives;
                    processor.close();
                    processor.init(Objects.requireNonNull(own));
                }
                processor.process(message);
            }

            @Override
            public void close() {
                processor.close();
            }
        };
    }

    private void restore(KeyValueStore<Object, Object> own, StoreBuilder<?> store) {
        KeyValueStore<Object, Object> theirs = Objects.requireNonNull(dead).store(store.name());
        try (KeyValueIterator<Object, Object> all = theirs.all()) {
            while (all.hasNext()) {
                KeyValue<Object, Object> entry = all.next();
                own.put(entry.key, entry.value);
            }
        }
    }

    @SuppressWarnings("unchecked") // The proxy answers for the context and nothing else.
    private <C, D> ProcessorContext<C, D> onPartition(ProcessorContext<C, D> context) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("taskId")) {
                return new TaskId(0, partition);
            }
            try {
                return method.invoke(context, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (ProcessorContext<C, D>) Proxy.newProxyInstance(
                TestLife.class.getClassLoader(), new Class<?>[] {ProcessorContext.class}, handler);
    }
}
