package io.heliometer.benchmarks.cli;

import io.heliometer.benchmarks.plan.EngineFolder;
import io.heliometer.benchmarks.plan.Plan;
import io.heliometer.benchmarks.plan.QueryName;
import io.heliometer.benchmarks.suite.Suite;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code heliometer list}: engines, queries, suites. */
@Command(
        name = "list",
        description = "List engines, queries and suites.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println("Engines:");
        for (EngineFolder engine : EngineFolder.discover(Home.path())) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-10s %-16s %-8s over %s, claims %s; queries %s; settings %s%n",
                    engine.name(),
                    engine.description().title(),
                    engine.description().version(),
                    engine.description().transport(),
                    engine.description().guarantee(),
                    String.join(",", engine.description().queries()),
                    String.join(",", engine.description().variants()));
        }
        System.out.println("Queries:");
        for (QueryName query : QueryName.ALL) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-10s %-20s %s%n",
                    query.number(),
                    query.name(),
                    query.question());
        }
        System.out.println("Kinds of trial: " + String.join(", ", Plan.KINDS));
        System.out.println("Suites: " + String.join(", ", Suite.names()));
        return 0;
    }
}
