package io.heliometer.results.stats;

/**
 * How many shards the real Kinesis Data Streams wants for a rate, by its documented limits per
 * shard: arithmetic, not a measurement. Example: 2,500 records/s of 100 bytes need 3 shards, for
 * their number and not for their bytes.
 *
 * <p>The figures are those of the PutRecords and GetRecords pages of the Kinesis Data Streams API
 * Reference, which count in MiB; the developer guide's page "Quotas and limits" writes the same
 * limits as 1 MB/s and 2 MB/s. Partition keys also count there, and records are seldom spread
 * evenly, so this is a lower bound.
 *
 * @param forRecords shards for the records written per second
 * @param forBytesIn shards for the bytes written per second
 * @param forBytesOut shards for the bytes read per second
 */
public record KinesisShards(long forRecords, long forBytesIn, long forBytesOut) {
    /** Records that one shard takes per second. */
    public static final int RECORDS_PER_SECOND = 1_000;

    /** Bytes that one shard takes per second: 1 MiB. */
    public static final int BYTES_IN_PER_SECOND = 1_048_576;

    /** Bytes that one shard gives per second to all of its polling consumers together: 2 MiB. */
    public static final int BYTES_OUT_PER_SECOND = 2 * BYTES_IN_PER_SECOND;

    /**
     * Returns the shards for a rate that is written once and read by some polling consumers.
     *
     * @param recordsPerSecond rate, not aggregated
     * @param bytesPerRecord mean size of a record's data
     * @param consumerCount applications that poll all records
     * @throws IllegalArgumentException if one of them is negative or not a number
     */
    public static KinesisShards of(
            double recordsPerSecond, double bytesPerRecord, int consumerCount) {
        notNegative("recordsPerSecond", recordsPerSecond);
        notNegative("bytesPerRecord", bytesPerRecord);
        notNegative("consumerCount", consumerCount);
        double bytes = recordsPerSecond * bytesPerRecord;
        return new KinesisShards(
                shards(recordsPerSecond, RECORDS_PER_SECOND),
                shards(bytes, BYTES_IN_PER_SECOND),
                shards(bytes * consumerCount, BYTES_OUT_PER_SECOND));
    }

    /** Returns the shards that satisfy all three limits; at least 1, as every stream has one. */
    public long needed() {
        return Math.max(1, Math.max(forRecords, Math.max(forBytesIn, forBytesOut)));
    }

    private static long shards(double rate, int perShard) {
        return (long) Math.ceil(rate / perShard);
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be >= 0, was " + value);
        }
    }
}
