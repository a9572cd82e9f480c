package io.heliometer.flink.internal;

import io.heliometer.common.engine.Role;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says READY when a role can work. Flink's mains never return, so a thread of its own watches. */
final class ReadyWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyWatch.class);
    private static final Duration BOUND = Duration.ofMinutes(3);

    private ReadyWatch() {}

    static void start(Role role, BooleanSupplier ready) {
        Thread thread = new Thread(() -> watch(role, ready), "ready-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(Role role, BooleanSupplier ready) {
        try {
            if (RestApi.await(ready, BOUND)) {
                role.ready();
            } else {
                LOG.error(
                        "{} must be ready within {}, was not; look above for why",
                        role.name(),
                        BOUND);
                System.exit(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
