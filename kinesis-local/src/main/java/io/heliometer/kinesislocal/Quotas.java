package io.heliometer.kinesislocal;

/**
 * The service's limits. Source: "Quotas and limits" and "Handle large records" in the developer
 * guide of Kinesis Data Streams, and the API reference of each operation, as they stood in 2026.
 */
final class Quotas {
    /** What the documents call 1 MB or 1 MiB, in bytes. */
    static final int MEBIBYTE = 1 << 20;

    /** The largest record that a stream can be created for: 10 MiB of data. */
    static final int MAX_RECORD_BYTES = 10 * MEBIBYTE;

    /** The largest record of a stream that says nothing else, in KiB. */
    static final int DEFAULT_RECORD_KIB = 1024;

    /** The largest value of MaxRecordSizeInKiB. */
    static final int MAX_RECORD_KIB = 10240;

    /** Records of one PutRecords. */
    static final int PUT_RECORDS_COUNT = 500;

    /** Data and partition keys of one PutRecords, in bytes; 5 MiB until October 2025. */
    static final int PUT_RECORDS_BYTES = 10 * MEBIBYTE;

    /** Records of one GetRecords. */
    static final int GET_RECORDS_COUNT = 10_000;

    /** Data and partition keys of one GetRecords, in bytes. */
    static final int GET_RECORDS_BYTES = 10 * MEBIBYTE;

    /** Characters of a partition key. */
    static final int PARTITION_KEY_CHARACTERS = 256;

    /** Records per second into a shard. */
    static final int SHARD_RECORDS_IN = 1000;

    /** Bytes per second into a shard. */
    static final int SHARD_BYTES_IN = MEBIBYTE;

    /** Bytes per second out of a shard. */
    static final int SHARD_BYTES_OUT = 2 * MEBIBYTE;

    /** GetRecords per second and shard. */
    static final int SHARD_READS = 5;

    /**
     * Shards of all streams together: the service's default in most regions, and a bound on open
     * files.
     */
    static final int SHARDS = 1000;

    /** How long a shard iterator or a next token is valid. */
    static final long TOKEN_MILLIS = 300_000;

    /** The largest body of a request: 10 MiB in Base64, with room for keys and names. */
    static final int REQUEST_BYTES = 16 * MEBIBYTE;

    private Quotas() {}
}
