package io.heliometer.benchmarks.plan;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Injects the fault of a trial, once, at its moment. */
final class FaultInjection {
    private final TrialSpec spec;
    private final EngineProcesses engine;
    private final TrialFacts facts;
    private final FaultPlan plan;

    FaultInjection(TrialContext context, TrialSpec spec, EngineProcesses engine, TrialFacts facts) {
        this.spec = spec;
        this.engine = engine;
        this.facts = facts;
        this.plan = FaultPlan.draw(spec, context.suite(), engine.workerCount());
    }

    void injectIfDue(@Nullable LoadProcess load) throws IOException, InterruptedException {
        if (spec.fault() == null || facts.victim != null || load == null || !load.started()) {
            return;
        }
        long now = System.currentTimeMillis();
        if (now >= load.startMillis() + plan.afterMillis()) {
            facts.injectedMillis = now;
            facts.victim = engine.killAndRestart(plan.victim());
        }
    }
}
