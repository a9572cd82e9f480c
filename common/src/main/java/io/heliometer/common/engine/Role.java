package io.heliometer.common.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/**
 * One process of an engine, and its line back to the harness: lines on stdout that start with
 * HELIOMETER.
 */
public final class Role {
    /** Every line for the harness starts with this. */
    public static final String PREFIX = "HELIOMETER ";

    /**
     * The counter of records that the engine itself dropped as late; any but 0 makes a trial
     * invalid.
     */
    public static final String ENGINE_DROPPED = "engineDropped";

    /** The claim that every row is written once, whatever fails. */
    public static final String EXACTLY_ONCE = "exactly-once";

    /** The claim that no row is lost, and that a fault may write some of them again. */
    public static final String AT_LEAST_ONCE = "at-least-once";

    private final String name;
    private final Job job;
    private final Deque<StopAction> stopActions = new ArrayDeque<>();
    private final Map<String, LongSupplier> counters = new TreeMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** What must happen before the process ends. */
    @FunctionalInterface
    public interface StopAction {
        /** Stops something; may throw anything, which is printed and ends nothing else. */
        void stop() throws Exception;
    }

    /**
     * Names one process of a trial.
     *
     * @param name kind and index, such as {@code worker-2}
     * @param job the trial's job
     * @throws UsageException if the name is not {@code <kind>-<number>}
     */
    public Role(String name, Job job) {
        if (!name.matches("[a-z]+-[1-9][0-9]{0,8}")) {
            throw new UsageException("role must be <kind>-<number>, such as worker-1, was " + name);
        }
        this.name = name;
        this.job = job;
    }

    /** Returns kind and index, such as {@code worker-2}. */
    public String name() {
        return name;
    }

    /** Returns the kind, such as {@code worker}. */
    public String kind() {
        return name.substring(0, name.indexOf('-'));
    }

    /** Returns the 1-based index among the processes of this kind. */
    public int index() {
        return Integer.parseInt(name.substring(name.indexOf('-') + 1));
    }

    /** Returns the trial's job. */
    public Job job() {
        return job;
    }

    /** Tells the harness that this role can work. */
    public void ready() {
        say("READY " + name);
    }

    /**
     * Tells the harness which delivery guarantee the engine claims with the settings of this trial,
     * {@link #EXACTLY_ONCE} or {@link #AT_LEAST_ONCE}. Where no role says it, what the engine's
     * description says holds.
     */
    public void guarantee(String claimed) {
        say("GUARANTEE " + claimed);
    }

    /** Registers a counter that is read when the role stops. */
    public synchronized void counter(String counterName, LongSupplier value) {
        counters.put(counterName, value);
    }

    /** Registers what must happen on SIGTERM; the last registered runs first. */
    public synchronized void onStop(StopAction action) {
        stopActions.push(action);
    }

    /** Waits until the process is told to stop. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /**
     * Runs the stop actions, then reports the counters. Called by {@link EngineMain} from the
     * shutdown hook.
     */
    // One failing action must not keep the others from running; stderr is the process's log.
    @SuppressWarnings({"IllegalCatch", "CatchAndPrintStackTrace"})
    synchronized void stop() {
        while (!stopActions.isEmpty()) {
            StopAction action = stopActions.pop();
            try {
                action.stop();
            } catch (Exception e) {
                e.printStackTrace();
            }
        }
        counters.forEach((counter, value) -> say("COUNTER " + counter + " " + value.getAsLong()));
        stopped.countDown();
    }

    private static synchronized void say(String text) {
        System.out.println(PREFIX + text);
        System.out.flush();
    }
}
