package io.heliometer.kinesislocal;

import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JsonGenerator;

/**
 * What happened to one stream since the server started; for whoever measures, not part of the
 * service.
 */
final class StreamStats {
    private final LongAdder requests = new LongAdder();
    private final LongAdder recordsPut = new LongAdder();
    private final LongAdder bytesPut = new LongAdder();
    private final LongAdder recordsRead = new LongAdder();
    private final LongAdder bytesRead = new LongAdder();
    private final LongAdder throttledWrites = new LongAdder();
    private final LongAdder throttledReads = new LongAdder();

    void countRequest() {
        requests.increment();
    }

    void countPut(long records, long bytes) {
        recordsPut.add(records);
        bytesPut.add(bytes);
    }

    void countRead(long records, long bytes) {
        recordsRead.add(records);
        bytesRead.add(bytes);
    }

    /** Counts records that a limit refused. */
    void countThrottledWrites(long records) {
        throttledWrites.add(records);
    }

    /** Counts a GetRecords that a limit refused. */
    void countThrottledRead() {
        throttledReads.increment();
    }

    void write(JsonGenerator out) {
        out.writeStartObject();
        out.writeNumberProperty("requests", requests.sum());
        out.writeNumberProperty("recordsPut", recordsPut.sum());
        out.writeNumberProperty("bytesPut", bytesPut.sum());
        out.writeNumberProperty("recordsRead", recordsRead.sum());
        out.writeNumberProperty("bytesRead", bytesRead.sum());
        out.writeNumberProperty("throttledWrites", throttledWrites.sum());
        out.writeNumberProperty("throttledReads", throttledReads.sum());
        out.writeEndObject();
    }
}
