package io.heliometer.common.engine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ties the life of this JVM to its standard input: when the parent dies, however it dies, the pipe
 * closes and this JVM ends.
 *
 * <p>A parent that is killed with SIGKILL cannot stop its children; but the kernel closes its end
 * of the pipe, so a child that reads its own standard input learns of it. Standard input must
 * therefore be a pipe that the parent keeps open; a child started with {@code </dev/null} ends at
 * once.
 */
public final class Tether {
    /** What a shell reports for a process that SIGTERM ended: 128 + 15. */
    private static final int EXIT_CODE = 143;

    /** How long shutdown hooks may work after the parent is gone. */
    private static final long GRACE_MILLIS = 5_000;

    private static final int BUFFER_BYTES = 256;
    private static final AtomicBoolean HELD = new AtomicBoolean();

    private Tether() {}

    /**
     * Starts the daemon thread that ends this JVM at the end of its input; later calls do nothing.
     */
    public static void hold() {
        if (HELD.compareAndSet(false, true)) {
            daemon("tether", Tether::endWithInput).start();
        }
    }

    /**
     * Holds the tether, then runs another main class in this JVM, so that a program that knows
     * nothing of tethers can be a tethered child.
     *
     * @param args the name of the main class, then its arguments
     * @throws IllegalArgumentException if {@code args} is empty
     * @throws Throwable what the other main throws, unwrapped
     */
    public static void main(String[] args) throws Throwable {
        if (args.length < 1) {
            throw new IllegalArgumentException(
                    "args must be a main class and its arguments, was empty");
        }
        Method main = Class.forName(args[0]).getMethod("main", String[].class);
        // The class may be package-private, as the java launcher also allows.
        main.setAccessible(true);
        hold();
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static void endWithInput() {
        awaitEnd(System.in);
        // exit() blocks while hooks run and a hook may hang, so it gets a thread of its own.
        Thread exit = daemon("tether-exit", () -> System.exit(EXIT_CODE));
        exit.start();
        try {
            exit.join(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    private static void awaitEnd(InputStream input) {
        byte[] ignored = new byte[BUFFER_BYTES];
        try {
            while (input.read(ignored) >= 0) {
                // What the parent writes has no meaning; only the end of it has.
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end: nobody is there.
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
