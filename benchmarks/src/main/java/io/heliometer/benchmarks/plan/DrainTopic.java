package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.transport.TopicSpec;
import io.heliometer.benchmarks.transport.Transport;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The topic that every drain trial reads, filled once, so that all of them read the very same
 * records.
 */
final class DrainTopic {
    private static final Duration FILL_LIMIT = Duration.ofMinutes(10);

    private DrainTopic() {}

    /**
     * Creates and fills the topic.
     *
     * @throws IllegalStateException if the broker did not take every record
     */
    static void fill(TrialContext context, Transport transport, Input drain)
            throws IOException, InterruptedException {
        transport.createTopics(List.of(
                TopicSpec.logAppendTime(TrialTopics.SHARED, drain.workload().partitions())));
        TrialProcesses processes =
                new TrialProcesses(context, "fill-" + transport.address().transport());
        try {
            LoadProcess.Loaded loaded = LoadProcess.start(
                            context, processes, transport, TrialTopics.SHARED, drain)
                    .await(FILL_LIMIT);
            if (!loaded.digest().equals(drain.digest().toString())) {
                throw new IllegalStateException("input digest must be " + drain.digest()
                        + ", the generator sent " + loaded.digest() + ": a bug of ours");
            }
        } catch (TrialFailure e) {
            throw new IllegalStateException("the topic must be filled, was not: " + e.reason(), e);
        } finally {
            processes.stopAll();
        }
    }
}
