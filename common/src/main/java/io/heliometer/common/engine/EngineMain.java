package io.heliometer.common.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The main class of every engine process: {@code EngineMain <role> <job file>}. Finds the one
 * {@link Engine} on the class path and runs the role. Exit code 0 after a clean stop, 1 if the role
 * failed, 2 if an argument, the job or a setting is wrong, 143 if the harness that started it is
 * gone.
 */
public final class EngineMain {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /** The environment variable with which the harness marks every process of a run. */
    private static final String RUN_VARIABLE = "HELIOMETER_RUN";

    private EngineMain() {}

    /** Runs one role; see the type's description. */
    public static void main(String[] args) throws Exception {
        // Only the harness promises that standard input stays open for as long as it lives. Whoever
        // starts a role by hand may give it a terminal or /dev/null, whose end means nothing.
        if (System.getenv(RUN_VARIABLE) != null) {
            Tether.hold();
        }
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {
            error.printStackTrace();
            // Non-daemon threads of a half-started engine would keep the process alive.
            System.exit(FAILED);
        });
        try {
            run(args);
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        }
        System.exit(0);
    }

    private static void run(String[] args) throws Exception {
        if (args.length != 2) {
            throw new UsageException("usage: EngineMain <role> <job file>, was " + List.of(args));
        }
        Role role = new Role(args[0], readJob(Path.of(args[1])));
        Engine engine = onlyEngine();
        Runtime.getRuntime().addShutdownHook(new Thread(role::stop, "role-stop"));
        engine.run(role);
    }

    private static Job readJob(Path file) {
        try {
            return Job.read(file);
        } catch (IOException e) {
            throw new UsageException(
                    "job file must be readable, was not: " + file + " (" + e + ")");
        }
    }

    private static Engine onlyEngine() {
        List<ServiceLoader.Provider<Engine>> engines =
                ServiceLoader.load(Engine.class).stream().toList();
        if (engines.size() != 1) {
            throw new UsageException("class path must hold exactly one Engine, held "
                    + engines.size() + "; look at META-INF/services/" + Engine.class.getName());
        }
        return engines.get(0).get();
    }
}
