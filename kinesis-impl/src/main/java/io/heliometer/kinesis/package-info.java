/**
 * The Kinesis Client Library on one page. A consumer library and not a stream processor: it reads
 * shards, shares them out between workers by leases in a DynamoDB table, and remembers how far each
 * was read. Everything else is written here.
 *
 * <table>
 * <caption>Subgoal and what KCL offers for it</caption>
 * <tr><td>source</td><td>{@code ShardRecordProcessor}, one per shard and lease; polling
 * ({@link io.heliometer.kinesis.ReadingSource})</td></tr>
 * <tr><td>key</td><td>nothing: a shard's records come in order, and a site never leaves its
 * shard</td></tr>
 * <tr><td>time</td><td>nothing: one watermark per shard ({@link io.heliometer.kinesis.EventTime})
 * </td></tr>
 * <tr><td>window</td><td>nothing: a sorted map of open windows</td></tr>
 * <tr><td>state</td><td>nothing: on the heap, rebuilt from the stream after a restart</td></tr>
 * <tr><td>late</td><td>nothing: a rule on the record, before clock and state</td></tr>
 * <tr><td>emit</td><td>nothing: on the record whose time passes a window's end</td></tr>
 * <tr><td>commit</td><td>the checkpoint of a lease, held back to the last record before the oldest
 * open window, written after the rows were acknowledged: at least once, equal duplicates</td></tr>
 * </table>
 *
 * <p>Read {@link io.heliometer.kinesis.EventTime} for the recovery, then the two queries.
 */
@NullMarked
package io.heliometer.kinesis;

import org.jspecify.annotations.NullMarked;
