package io.heliometer.benchmarks.load;

import io.heliometer.benchmarks.client.Clients;
import io.heliometer.benchmarks.client.RecordSender;
import io.heliometer.benchmarks.transport.Address;
import io.heliometer.common.engine.Role;
import io.heliometer.common.wire.Digest;
import io.heliometer.common.workload.MergedCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The load generator, a process of its own: {@code LoadMain <workload file> <bootstrap servers>
 * <topic> <speedup> <profile>}. A speedup of 0 fills the topic as fast as the broker takes it; any
 * other sends each record on its schedule, shaped by the profile ({@link LoadProfile#text}). Prints
 * {@code START <wall clock ms>} and, at the end, {@code LOADED records digest p50Millis p99Millis
 * planShare}.
 */
public final class LoadMain {
    /**
     * A little time between the start line and the first record, so that nothing is late at once,
     * ms.
     */
    private static final long LEAD_MILLIS = 500;

    private static final int WARM_UP_RECORDS = 50_000;
    private static final long MAX_DELAY_MICROS = 600_000_000L;

    private final Workload workload;
    private final RecordSender sender;
    private final Pacer pacer;
    private final Histogram delayMicros = new Histogram(MAX_DELAY_MICROS, 3);

    private LoadMain(Workload workload, RecordSender sender, Pacer pacer) {
        this.workload = workload;
        this.sender = sender;
        this.pacer = pacer;
    }

    /** Sends one workload; see the type's description. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Workload workload = WorkloadFile.open(Path.of(args[0]));
        double speedup = Double.parseDouble(args[3]);
        try (RecordSender sender = Clients.sender(Address.parse(args[1]), args[2], speedup > 0)) {
            warmUp(workload);
            long startMillis = System.currentTimeMillis() + LEAD_MILLIS;
            Pacer pacer = speedup > 0
                    ? new Pacer(new Schedule(
                            startMillis,
                            workload.horizon().startMillis(),
                            workload.horizon().lengthMillis(),
                            speedup,
                            LoadProfile.parse(args[4])))
                    : Pacer.unpaced();
            new LoadMain(workload, sender, pacer).run(startMillis);
        }
    }

    /**
     * Makes records and throws them away, so that the first ones are not late because of cold code.
     */
    private static void warmUp(Workload workload) {
        MergedCursor cursor = new MergedCursor(workload);
        int made = 0;
        while (made < WARM_UP_RECORDS && cursor.next() != null) {
            made++;
        }
    }

    private void run(long startMillis) throws InterruptedException {
        say("START " + startMillis);
        MergedCursor cursor = new MergedCursor(workload);
        Digest digest = Digest.EMPTY;
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            delayMicros.recordValue(
                    Math.min(MAX_DELAY_MICROS, pacer.awaitMicros(next.dueMillis())));
            sender.send(next);
            digest = digest.plus(next.hash());
        }
        sender.flush();
        say(String.format(
                Locale.ROOT,
                "LOADED %d %s %.3f %.3f %.4f",
                digest.count(),
                digest,
                delayMicros.getValueAtPercentile(50) / 1000.0,
                delayMicros.getValueAtPercentile(99) / 1000.0,
                pacer.planShare()));
    }

    private static void say(String text) {
        System.out.println(Role.PREFIX + text);
        System.out.flush();
    }
}
