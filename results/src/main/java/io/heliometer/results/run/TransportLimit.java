package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * What a plain consumer of the transport's own client gets from the topic that the drain trials
 * read: no engine on this transport can be faster.
 *
 * @param mode who runs it, such as {@code process}
 * @param client such as {@code kafka-clients 4.3.1}
 * @param records read
 * @param seconds from the first to the last record
 * @param recordsPerSecond the one divided by the other
 * @param serverCpuMicrosPerRecord CPU time of the transport's server per record; null if it cannot
 *     be seen
 */
public record TransportLimit(
        String mode,
        String client,
        long records,
        double seconds,
        double recordsPerSecond,
        @Nullable Double serverCpuMicrosPerRecord) {

    /** Checks the names. */
    public TransportLimit {
        Checks.text("mode", mode);
        Checks.text("client", client);
    }
}
