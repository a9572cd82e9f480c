package io.heliometer.benchmarks.doctor;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A fixed piece of integer work, timed several times: on a machine that has nothing else to do,
 * every round takes the same time.
 */
public final class Calibration {
    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 9;

    /** About 20 ms per round on a CPU of 2020: shorter would miss pauses, longer annoy. */
    private static final int STEPS = 10_000_000;

    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;

    private Calibration() {}

    /** Returns the time of each of nine rounds in nanoseconds, after a warm-up. */
    public static List<Long> nanosPerRound() {
        IntStream.range(0, WARM_UP_ROUNDS).forEach(round -> work());
        return IntStream.range(0, ROUNDS).mapToObj(round -> timed()).toList();
    }

    private static long timed() {
        long start = System.nanoTime();
        work();
        return System.nanoTime() - start;
    }

    /** Marsaglia's xorshift64: each step needs the one before, so nothing runs in parallel. */
    private static void work() {
        long x = SEED;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        // Uses the result, so that the compiler cannot leave the work out.
        if (x == 0) {
            throw new IllegalStateException("xorshift must not reach 0 from any other seed");
        }
    }
}
