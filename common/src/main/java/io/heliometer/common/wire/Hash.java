package io.heliometer.common.wire;

import io.heliometer.common.math.CounterRandom;

import java.nio.charset.StandardCharsets;

/** A 64-bit hash of bytes: FNV-1a, finished with SplitMix64's mixer so that all bits avalanche. */
public final class Hash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hash() {}

    /** Returns the hash of the bytes. */
    public static long of(byte[] bytes) {
        long hash = FNV_OFFSET;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return CounterRandom.mix(hash);
    }

    /** Returns the hash of the text's UTF-8 bytes. */
    public static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
