package io.heliometer.benchmarks.transport;

import io.heliometer.common.engine.Tether;

import java.io.PrintStream;

/**
 * The broker's process: formats its folder if that is new, then becomes {@code kafka.Kafka}.
 *
 * <p>Formatting in the same JVM saves the start of a second one. Kafka's server classes are called
 * by name: they are on the class path at run time only.
 */
final class BrokerMain {
    private static final String FORMAT = "kafka.tools.StorageTool";
    private static final String SERVER = "kafka.Kafka";

    private BrokerMain() {}

    /**
     * Runs the broker until SIGTERM or the end of standard input.
     *
     * @param args the properties file, the cluster id
     * @throws Throwable what the broker's main throws
     */
    public static void main(String[] args) throws Throwable {
        String[] format = {
            "format",
            "--standalone",
            "--ignore-formatted",
            "--cluster-id",
            args[1],
            "--config",
            args[0]
        };
        Object exitCode = Class.forName(FORMAT)
                .getMethod("execute", String[].class, PrintStream.class)
                .invoke(null, format, System.out);
        if (!Integer.valueOf(0).equals(exitCode)) {
            throw new IllegalStateException(
                    "the broker's folder could not be formatted, see above");
        }
        Tether.main(new String[] {SERVER, args[0]});
    }
}
