package io.heliometer.common.engine;

import java.io.IOException;

/**
 * An engine whose role does what the job's {@code variant} says. Public for the service loader;
 * registered only on the class path of the child JVMs of {@link EngineMainTest}, so that it is
 * never found beside a real engine.
 */
public final class ScriptedEngine implements Engine {
    @Override
    public void run(Role role) throws InterruptedException, IOException {
        long tethers = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("tether"))
                .count();
        role.counter("tethers", () -> tethers);
        switch (role.job().variant()) {
            case "return" -> role.ready();
            case "wait" -> {
                role.ready();
                role.awaitStop();
            }
            case "read-input" -> System.in.readAllBytes();
            case "fail" -> throw new IllegalStateException("broken on purpose");
            case "fail-to-stop" -> {
                role.onStop(() -> System.out.println("the other action ran"));
                role.onStop(() -> {
                    throw new IOException("stop failed on purpose");
                });
            }
            default ->
                throw new UsageException(
                        "variant must be scripted, was " + role.job().variant());
        }
    }
}
