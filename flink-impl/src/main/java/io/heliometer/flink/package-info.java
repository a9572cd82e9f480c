/**
 * Apache Flink on one page.
 *
 * <table>
 * <caption>Which Flink API does what.</caption>
 * <tr><td>source</td><td>{@code KafkaSource}, one split per partition; offsets live in checkpoints
 * ({@link io.heliometer.flink.ReadingSource})</td></tr>
 * <tr><td>time</td><td>{@code WatermarkStrategy} at the source, one generator per partition
 * ({@link io.heliometer.flink.EventTime})</td></tr>
 * <tr><td>key</td><td>{@code keyBy}: a shuffle into key groups. All stateful queries share one key,
 * the string, so that the application's operators follow each other without a second shuffle
 * ({@code reinterpretAsKeyedStream})</td></tr>
 * <tr><td>window</td><td>{@code TumblingEventTimeWindows}; by hand, with map state and a timer, where
 * a window holds many parts (Q5) or runs on a time that is not the record's timestamp (the reject
 * counts of M)</td></tr>
 * <tr><td>timer</td><td>{@code registerEventTimeTimer}: one per string for Q6, left standing and
 * looked at when it comes</td></tr>
 * <tr><td>state</td><td>{@code AggregateFunction}: one accumulator per key and open window;
 * {@code MapState}: sequences (Q1), versions (Q2), totals (Q5), devices (Q6). On the heap or in
 * RocksDB. It expires by event time: Flink's state TTL counts in processing time, and would forget
 * too much in a slow hour and too little in a replay</td></tr>
 * <tr><td>join</td><td>announcements travel with the readings, in their order, into the state that
 * the readings are joined with (Q2)</td></tr>
 * <tr><td>late</td><td>{@code sideOutputLateData}, or a count where the window is kept by hand; 0 in
 * a correct run, because the rule on the record stands before it</td></tr>
 * <tr><td>emit</td><td>{@code ProcessWindowFunction} or {@code onTimer}, when the watermark passes
 * the window's end or the deadline</td></tr>
 * <tr><td>commit</td><td>{@code KafkaSink} with EXACTLY_ONCE: a transaction per subtask and
 * checkpoint ({@link io.heliometer.flink.ResultSink})</td></tr>
 * </table>
 *
 * <p>Start with {@link io.heliometer.flink.Topology}.
 */
@NullMarked
package io.heliometer.flink;

import org.jspecify.annotations.NullMarked;
