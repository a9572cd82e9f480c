package io.heliometer.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code heliometer micro}: runs the JMH benchmarks with JMH's own options. */
@Command(
        name = "micro",
        description =
                "Run the JMH benchmarks; every argument is JMH's own, such as Bench_01 -f 1 (-h shows them).")
final class MicroCommand implements Callable<Integer> {
    @Parameters(description = "Arguments of JMH.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
