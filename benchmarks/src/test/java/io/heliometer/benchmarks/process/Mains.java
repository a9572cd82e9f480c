package io.heliometer.benchmarks.process;

import io.heliometer.common.engine.Tether;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One main for every way in which a child can behave; the first argument names it. */
final class Mains {
    private static final int FLOOD_LINES = 200_000;

    private Mains() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "events" -> events();
            case "flood" -> flood();
            case "exit" -> {
                System.err.println("ERROR the cause");
                for (int i = 0; i < 100; i++) {
                    System.err.println("shutting down " + i);
                }
                System.err.println("cannot work today");
                System.exit(7);
            }
            case "wait" -> ready();
            case "tethered" -> {
                Tether.hold();
                ready();
            }
            case "deaf" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(Mains::forever));
                ready();
            }
            case "parent" -> parent();
            case "harness" -> harness(Path.of(args[1]));
            default -> throw new IllegalArgumentException("unknown main " + args[0]);
        }
    }

    private static void events() {
        System.out.println("HELIOMETER READY worker");
        System.out.println("something else");
        System.out.println("HELIOMETER DONE 42");
    }

    private static void flood() {
        for (int i = 0; i < FLOOD_LINES; i++) {
            System.err.println(
                    "line " + i + " of a flood that nobody asked for, but that must do no harm");
        }
        System.out.println("HELIOMETER DONE flood");
    }

    private static void ready() {
        System.out.println("HELIOMETER READY main");
        forever();
    }

    /** Starts a child that is not tethered and dies without it. */
    private static void parent() throws IOException {
        Process child = new ProcessBuilder(command("wait"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        System.out.println("HELIOMETER CHILD " + child.pid());
        System.out.flush();
        Runtime.getRuntime().halt(9);
    }

    /** A harness that will be killed: a tethered child, a stopped one, an orphan. */
    private static void harness(Path folder) throws IOException, InterruptedException {
        RunProcesses run = RunProcesses.open(folder);
        ChildProcess tethered = start(run, folder, "tethered");
        ChildProcess stopped = start(run, folder, "wait");
        tethered.awaitReady(Bounds.START);
        stopped.awaitReady(Bounds.START);
        start(run, folder, "parent").awaitExit(Bounds.START);
        Signal.STOP.send(stopped.pid());
        Files.writeString(folder.resolve("token"), run.token().value());
        System.out.println("HELIOMETER READY harness watchdog=" + run.watchdogPid());
        forever();
    }

    private static ChildProcess start(RunProcesses run, Path folder, String main)
            throws IOException {
        ChildSpec spec = ChildSpec.in(folder, main, command(main)).withReadyLine("HELIOMETER ");
        return run.start(spec, line -> {});
    }

    static List<String> command(String... arguments) {
        return JavaCommand.of(Mains.class.getName())
                .withHeapMebibytes(64)
                .withFlags("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .withArguments(arguments)
                .commandLine();
    }

    private static void forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
