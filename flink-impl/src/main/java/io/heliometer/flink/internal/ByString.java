package io.heliometer.flink.internal;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/**
 * The one key of all stateful queries. A device never leaves its string, so everything of a device
 * meets under its string's key as well; and operators that agree on a key need one shuffle.
 */
public final class ByString {
    private ByString() {}

    /** Returns the stream shuffled into key groups by string. */
    public static KeyedStream<StringRecord, Integer> shuffle(DataStream<StringRecord> records) {
        return records.keyBy(StringRecord::string, Types.INT);
    }

    /**
     * Returns the output of an operator that is keyed by string as keyed by string again, without a
     * shuffle. Sound only if the operator emits nothing but records of the key it was called with:
     * then each is already where {@link #shuffle} would send it, as parallelism and maximum
     * parallelism are the same.
     */
    public static KeyedStream<StringRecord, Integer> still(DataStream<StringRecord> records) {
        return DataStreamUtils.reinterpretAsKeyedStream(records, StringRecord::string, Types.INT);
    }

    /** Returns the type of rows, which lambdas cannot say themselves. */
    public static TypeInformation<OutputRow> rowType() {
        return TypeInformation.of(OutputRow.class);
    }
}
