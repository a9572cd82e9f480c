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
 * <tr><td>state</td><td>nothing: on the heap, saved as one snapshot per shard and checkpoint
 * ({@link io.heliometer.kinesis.internal.Progress})</td></tr>
 * <tr><td>late</td><td>nothing: a rule on the record, before clock and state</td></tr>
 * <tr><td>timer</td><td>nothing: a queue of wake-ups in event time</td></tr>
 * <tr><td>emit</td><td>nothing: on the record whose time passes a window's end or a deadline</td>
 * </tr>
 * <tr><td>commit</td><td>the checkpoint of a lease, written after the rows were acknowledged and
 * the snapshot of the same position was stored: at least once, equal duplicates</td></tr>
 * </table>
 *
 * <p>Queries and the state that they save:
 *
 * <table>
 * <caption>Query, state per shard, guarantee</caption>
 * <tr><td>Q0</td><td>reject counts of 5 min</td><td rowspan="7">every row at least once; twice only
 * what was written after the last snapshot, about a second</td></tr>
 * <tr><td>Q1</td><td>keys of the last 2 min per device, counts of the hour</td></tr>
 * <tr><td>Q2</td><td>announced versions, for ever</td></tr>
 * <tr><td>Q3</td><td>totals per string of 5 min</td></tr>
 * <tr><td>Q5</td><td>totals per panel of 15 min</td></tr>
 * <tr><td>Q6</td><td>last event time and unsettled ones per device</td></tr>
 * <tr><td>M</td><td>all of these, in one snapshot</td></tr>
 * </table>
 *
 * <p>Read {@link io.heliometer.kinesis.ReadingSource} and Progress for the recovery, then the
 * queries.
 */
@NullMarked
package io.heliometer.kinesis;

import org.jspecify.annotations.NullMarked;
