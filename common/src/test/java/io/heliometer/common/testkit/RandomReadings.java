package io.heliometer.common.testkit;

import io.heliometer.common.model.PanelReading;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Readings whose every field is drawn, for laws that hold for any reading. */
public final class RandomReadings {
    private static final int ABSENT_SHARE = 4;

    private RandomReadings() {}

    /** Returns readings of plausible size, one measurement in four absent; the same for a seed. */
    public static Stream<PanelReading> of(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> one(random));
    }

    private static PanelReading one(Random random) {
        long eventTimeMillis = 1_782_032_400_000L + random.nextInt(3_600_000);
        return new PanelReading(
                random.nextInt(1_000_000),
                random.nextInt(),
                eventTimeMillis,
                eventTimeMillis + random.nextInt(240_000) - 60_000,
                measurement(random, -1_000, 60_000),
                measurement(random, -1_000, 20_000),
                measurement(random, -5_000, 12_000),
                random.nextInt(3),
                false);
    }

    private static int measurement(Random random, int min, int max) {
        return random.nextInt(ABSENT_SHARE) == 0
                ? PanelReading.ABSENT
                : min + random.nextInt(max - min);
    }
}
