package io.heliometer.kinesislocal;

import java.io.IOException;
import java.net.BindException;
import java.time.InstantSource;

/**
 * Starts the server. Exit codes: 2 for bad arguments, 3 for a port or a data folder in use or
 * unusable.
 */
public final class KinesisLocal {
    private static final int BAD_ARGUMENTS = 2;
    private static final int UNAVAILABLE = 3;

    private KinesisLocal() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] words) {
        try {
            run(Arguments.parse(words));
        } catch (IllegalArgumentException e) {
            fail(BAD_ARGUMENTS, e.getMessage() + System.lineSeparator() + Arguments.USAGE);
        }
    }

    private static void run(Arguments arguments) {
        try {
            LocalServer server = LocalServer.start(arguments, InstantSource.system());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
            System.out.println("Kinesis server started on " + server.port());
        } catch (BindException e) {
            fail(
                    UNAVAILABLE,
                    "--port must be free on 127.0.0.1, " + arguments.port()
                            + " is in use: name another, 0 takes a " + "free one");
        } catch (DataInUseException e) {
            fail(UNAVAILABLE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            fail(
                    UNAVAILABLE,
                    "--data must be a folder to read and write, was " + arguments.data() + ": "
                            + e);
        }
    }

    private static void stop(LocalServer server) {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("the data folder did not close: " + e);
        }
    }

    private static void fail(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }
}
