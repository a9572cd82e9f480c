package io.heliometer.flink.testkit;

import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes a small number as one byte. */
record ByteSerializer<T>(ToIntFunction<T> toNumber, IntFunction<T> fromNumber)
        implements SimpleVersionedSerializer<T> {
    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] serialize(T value) {
        return new byte[] {(byte) toNumber.applyAsInt(value)};
    }

    @Override
    public T deserialize(int version, byte[] bytes) {
        return fromNumber.apply(bytes[0]);
    }
}
