package io.heliometer.benchmarks.measure;

import io.heliometer.benchmarks.client.Clients;
import io.heliometer.benchmarks.client.RecordReader;
import io.heliometer.benchmarks.transport.Address;
import io.heliometer.common.engine.Role;

import java.util.List;
import java.util.Locale;

/**
 * Drains a topic with the transport's own client and does nothing with the records: the limit that
 * no engine on this transport can pass. {@code RawConsumerMain <address> <topic>} prints {@code RAW
 * <records> <seconds>}, the time from the first record to the last.
 */
public final class RawConsumerMain {
    private long count;
    private long firstNanos;
    private long lastNanos;

    private RawConsumerMain() {}

    /** Drains one topic; see the type's description. */
    public static void main(String[] args) throws InterruptedException {
        try (RecordReader reader = Clients.reader(Address.parse(args[0]), List.of(args[1]))) {
            new RawConsumerMain().drain(reader);
        }
    }

    private void drain(RecordReader reader) throws InterruptedException {
        do {
            reader.poll(this::accept);
        } while (!reader.isAtEnd());
        System.out.printf(
                Locale.ROOT, Role.PREFIX + "RAW %d %.6f%n", count, (lastNanos - firstNanos) / 1e9);
    }

    private void accept(String topic, long appendMillis, byte[] payload) {
        lastNanos = System.nanoTime();
        if (count == 0) {
            firstNanos = lastNanos;
        }
        count++;
    }
}
