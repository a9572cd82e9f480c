package io.heliometer.benchmarks.suite;

import io.heliometer.benchmarks.load.DisorderKeys;
import io.heliometer.benchmarks.load.LoadProfile;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.WorkloadSpec;

import java.util.List;

/** Reads what decides the input from a suite, and names the key of a bad value. */
public final class SimulationKeys {
    private static final String FAULT_PERCENT = "fault.percent";
    private static final String SKEW = "fleet.skew";
    private static final int MOST_FAULT_PERCENT = 10_000;
    private static final int MOST_SKEWED = 300;

    private SimulationKeys() {}

    /**
     * Returns the input that a suite asks for.
     *
     * @param minutes length of the horizon, min
     * @throws UsageException if a value breaks its rule
     */
    public static WorkloadSpec spec(Suite suite, int minutes) {
        return new WorkloadSpec(
                suite.seed(),
                suite.positive("devices"),
                suite.positive("partitions"),
                WorkloadSpec.MIDSUMMER_MORNING_MILLIS,
                minutes,
                disorder(suite),
                suite.within(FAULT_PERCENT, 0, MOST_FAULT_PERCENT),
                suite.within(SKEW, 0, MOST_SKEWED));
    }

    /**
     * Returns how the rate of an open-loop trial goes.
     *
     * @throws UsageException if a value breaks its rule
     */
    public static LoadProfile profile(Suite suite) {
        String name = suite.text("openloop.profile");
        LoadProfile.Shape shape = LoadProfile.Shape.find(name);
        if (shape == null) {
            throw new UsageException("openloop.profile must be one of " + LoadProfile.Shape.names()
                    + ", was " + name);
        }
        int count = suite.within("openloop.profile.count", 1, LoadProfile.MOST_COUNT);
        int lowPercent = suite.within("openloop.profile.low.percent", 1, 100);
        int burstPercent = suite.within("openloop.profile.burst.percent", 1, 10_000);
        int sharePercent = suite.within("openloop.profile.burst.share.percent", 1, 99);
        if (burstPercent * sharePercent >= 100 * 100) {
            throw new UsageException("openloop.profile.burst.percent * "
                    + "openloop.profile.burst.share.percent must be < 10000, as bursts must leave "
                    + "something for the rest, was " + burstPercent * sharePercent);
        }
        return new LoadProfile(shape, count, lowPercent, burstPercent, sharePercent);
    }

    /** Returns whether a key of a suite shapes the simulator only. */
    public static boolean concerns(String key) {
        return key.equals(FAULT_PERCENT) || key.equals(SKEW) || key.startsWith("disorder.");
    }

    private static Disorder disorder(Suite suite) {
        requireSum(suite, DisorderKeys.DELAYED);
        requireSum(suite, DisorderKeys.SPOILED);
        return DisorderKeys.read(key -> share(suite, key));
    }

    private static int share(Suite suite, String key) {
        return suite.within(key, 0, Disorder.WHOLE_PPM);
    }

    /** A record can be only one of these. */
    private static void requireSum(Suite suite, List<String> keys) {
        long sum = 0;
        for (String key : keys) {
            sum += share(suite, key);
        }
        if (sum > Disorder.WHOLE_PPM) {
            throw new UsageException(String.join(" + ", keys) + " must be <= " + Disorder.WHOLE_PPM
                    + ", was " + sum);
        }
    }
}
