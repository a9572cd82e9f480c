package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.suite.Suite;

import java.util.Random;

/**
 * When a fault comes and whom it hits: drawn by the run's seed and the query, so that it is the
 * same moment for every engine and the same again in the next run.
 *
 * @param afterMillis counted from the start of the load
 * @param victim number of the worker, from 0 in start order
 */
record FaultPlan(long afterMillis, int victim) {
    private static final long MILLIS = 1000;

    static FaultPlan draw(TrialSpec spec, Suite suite, int workerCount) {
        Random random = new Random(
                suite.seed() * 31 + spec.block() * 7919L + spec.query().hashCode());
        long spread = suite.positive("fault.spread.seconds") * MILLIS;
        long after = suite.positive("fault.after.seconds") * MILLIS
                + (long) (random.nextDouble() * spread);
        return new FaultPlan(after, random.nextInt(workerCount));
    }
}
