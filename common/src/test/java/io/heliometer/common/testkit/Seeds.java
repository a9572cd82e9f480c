package io.heliometer.common.testkit;

import java.util.stream.LongStream;

/**
 * The seeds over which laws are tested, for {@code @MethodSource(Seeds.ALL)}. Fixed, so that a
 * failure happens again; the name of the failed test holds its seed.
 */
public final class Seeds {
    /** Names {@link #all} for {@code @MethodSource}. */
    public static final String ALL = "io.heliometer.common.testkit.Seeds#all";

    private Seeds() {}

    /** Returns the seeds: the smallest, ordinary ones, and one with its upper bits set. */
    public static LongStream all() {
        return LongStream.of(0, 1, 42, 20_260_621, -7_046_029_254_386_353_131L);
    }
}
