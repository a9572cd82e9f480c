package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.benchmarks.verify.Verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Tells when every expected row is there. Their number is enough, unless there are more, or a fault
 * may have made an engine write some of them again: then the rows themselves are looked at.
 */
final class Completeness {
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final TrialSpec spec;
    private final Path rowFile;
    private final long expectedRows;
    private long lookedAtSeen = -1;
    private long lookedNanos = System.nanoTime() - LOOK_NANOS;

    Completeness(TrialSpec spec, Path rowFile, long expectedRows) {
        this.spec = spec;
        this.rowFile = rowFile;
        this.expectedRows = expectedRows;
    }

    boolean complete(long seen) throws IOException {
        if (seen < expectedRows) {
            return false;
        }
        boolean justAll = seen == expectedRows && spec.fault() == null;
        return justAll || (isNewsDue(seen) && nothingMissing(seen));
    }

    private boolean isNewsDue(long seen) {
        return seen != lookedAtSeen && System.nanoTime() - lookedNanos >= LOOK_NANOS;
    }

    private boolean nothingMissing(long seen) throws IOException {
        lookedAtSeen = seen;
        lookedNanos = System.nanoTime();
        return Verifier.verify(spec.input().expected(spec.query()), Observation.readAll(rowFile))
                        .missing()
                == 0;
    }
}
