package io.heliometer.benchmarks.client;

/**
 * A record of ours on its way to Kinesis, alone or within an aggregated record.
 *
 * @param partitionKey the device id in digits
 * @param payload as it is sent
 */
@SuppressWarnings(
        "ArrayRecordComponent") // One per record on the hot path; identity is never asked for.
record UserRecord(String partitionKey, byte[] payload) {}
