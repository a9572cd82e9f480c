package io.heliometer.common.workload;

import io.heliometer.common.wire.Digest;

import java.util.stream.IntStream;

/** A digest of a whole input: payload, key, partition and due time of every record. */
public final class WorkloadDigest {
    private WorkloadDigest() {}

    /** Returns the digest of every partition, read by one thread. */
    public static Digest of(Workload workload) {
        return IntStream.range(0, workload.partitions())
                .mapToObj(partition -> ofPartition(workload, partition))
                .reduce(Digest.EMPTY, Digest::plus);
    }

    /** Returns the digest of one partition. */
    public static Digest ofPartition(Workload workload, int partition) {
        RecordCursor cursor = workload.open(partition);
        Digest digest = Digest.EMPTY;
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            digest = digest.plus(next.hash());
        }
        return digest;
    }

    /**
     * Prints the digest of a simulated workload: {@code WorkloadDigest <seed> <devices>
     * <partitions> <minutes>}.
     */
    public static void main(String[] args) {
        WorkloadSpec spec = new WorkloadSpec(
                Long.parseLong(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                WorkloadSpec.MIDSUMMER_MORNING_MILLIS,
                Integer.parseInt(args[3]),
                Disorder.FIELD);
        System.out.println(of(new SimulatedWorkload(spec)));
    }
}
