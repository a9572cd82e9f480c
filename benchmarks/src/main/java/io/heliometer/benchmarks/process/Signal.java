package io.heliometer.benchmarks.process;

import java.time.Duration;
import java.util.List;

/** The signals that have no method in the JDK, sent through the shell's own kill. */
public enum Signal {
    /** Stops a process where it is, for a fault that looks like a very long pause. */
    STOP,
    /** Lets a stopped process go on. */
    CONT;

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Sends this signal; returns whether there was a process to take it. */
    public boolean send(long pid) throws InterruptedException {
        List<String> command = List.of("/bin/sh", "-c", "kill -" + name() + " " + pid);
        return ShortCommand.run(command, LIMIT).succeeded();
    }
}
