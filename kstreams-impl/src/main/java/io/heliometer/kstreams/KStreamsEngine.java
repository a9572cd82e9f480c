package io.heliometer.kstreams;

import io.heliometer.common.engine.Engine;
import io.heliometer.common.engine.Role;
import io.heliometer.common.engine.UsageException;
import io.heliometer.kstreams.internal.DroppedRecords;
import io.heliometer.kstreams.internal.Instance;

import java.io.IOException;

/**
 * Kafka Streams behind the harness's contract. There is one role, {@code instance}: no coordinator,
 * because the broker's group coordinator does that work. Any instance may be killed at any time.
 */
public final class KStreamsEngine implements Engine {
    private static final String INSTANCE = "instance";

    /** Called by the service loader. */
    public KStreamsEngine() {}

    @Override
    public void run(Role role) throws IOException, InterruptedException {
        if (!role.kind().equals(INSTANCE)) {
            throw new UsageException("role must be instance-<number>, was " + role.name());
        }
        EngineSettings settings = EngineSettings.of(role.job());
        DroppedRecords dropped = new DroppedRecords();
        role.counter(Role.ENGINE_DROPPED, dropped::count);
        new Instance(
                        role,
                        Topology.of(role.job(), settings, dropped),
                        settings.streamsConfig(role),
                        dropped)
                .run();
    }
}
