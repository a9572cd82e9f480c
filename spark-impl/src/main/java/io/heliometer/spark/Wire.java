package io.heliometer.spark;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.spark.internal.OpenJob;
import java.io.Serializable;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.jspecify.annotations.Nullable;

/**
 * The border between payloads and columns. A typed {@code map} over a bean of primitives: Spark
 * compiles the function call and the getters into the same generated method as the rest of the
 * stage, so a record costs one small object and no boxing. A UDF that returns a struct would be
 * converted field by field through {@code Row}; {@code from_protobuf} reads by reflection over a
 * descriptor.
 *
 * <p>The rules of Q0 run inside the same call, on the reading as it was parsed, because they are
 * the ones all engines share and a rejected record then costs nothing further.
 */
public final class Wire {
    private Wire() {}

    /** Turns an arrival into columns; serialized into tasks, so it must hold no state. */
    @FunctionalInterface
    public interface Columns<T> extends Serializable {
        /** Returns the columns of what arrived. */
        T of(Arrival arrival, OpenJob job);
    }

    /**
     * Parses payloads. A malformed one is an arrival without a reading, never an error.
     *
     * @param payloads values of the panel topic
     * @param jobFile path of the job file, which executors open themselves
     * @param columns what to take of each record
     * @param bean the class whose getters are the columns
     */
    public static <T> Dataset<T> parse(
            Dataset<byte[]> payloads, String jobFile, Columns<T> columns, Class<T> bean) {
        return payloads.map(new Parser<>(jobFile, columns), Encoders.bean(bean));
    }

    /** Travels to the executors as a path and opens the job there, once per task. */
    private static final class Parser<T> implements MapFunction<byte[], T> {
        private static final long serialVersionUID = 1L;

        private final String jobFile;
        private final Columns<T> columns;
        private transient @Nullable OpenJob job;

        Parser(String jobFile, Columns<T> columns) {
            this.jobFile = jobFile;
            this.columns = columns;
        }

        @Override
        public T call(byte[] payload) {
            OpenJob open = job;
            if (open == null) {
                open = OpenJob.at(jobFile);
                job = open;
            }
            return columns.of(ReadingCodec.arrival(payload), open);
        }
    }
}
