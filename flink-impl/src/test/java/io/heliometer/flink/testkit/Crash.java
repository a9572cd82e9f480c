package io.heliometer.flink.testkit;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A failure that happens once: readers wait at a record until a checkpoint of that moment is
 * complete, go on for some records, and fail. What these gave is then computed a second time.
 *
 * @param id tells this crash from others in the same JVM
 * @param atRecord number of the record, of all partitions, before which the checkpoint is taken
 * @param afterRecords how many records of the same reader follow it
 */
public record Crash(String id, int atRecord, int afterRecords) implements Serializable {
    /** Sources are serialized on their way to the task, so this is kept beside them. */
    private static final Set<String> HAPPENED = ConcurrentHashMap.newKeySet();

    /** Returns a crash that has not happened. */
    public static Crash at(int atRecord, int afterRecords) {
        return new Crash(UUID.randomUUID().toString(), atRecord, afterRecords);
    }

    boolean happened() {
        return HAPPENED.contains(id);
    }

    /** Fails unless it has failed before. */
    void happen() {
        if (HAPPENED.add(id)) {
            throw new IllegalStateException("crash on purpose, after record " + atRecord);
        }
    }
}
