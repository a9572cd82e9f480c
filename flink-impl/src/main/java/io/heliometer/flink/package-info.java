/**
 * Apache Flink on one page.
 *
 * <table>
 * <caption>Which Flink API does what.</caption>
 * <tr><td>source</td><td>{@code KafkaSource}, one split per partition; offsets live in checkpoints
 * ({@link io.heliometer.flink.ReadingSource})</td></tr>
 * <tr><td>time</td><td>{@code WatermarkStrategy} at the source, one generator per partition
 * ({@link io.heliometer.flink.EventTime})</td></tr>
 * <tr><td>key</td><td>{@code keyBy}: a shuffle into key groups</td></tr>
 * <tr><td>window</td><td>{@code TumblingEventTimeWindows}</td></tr>
 * <tr><td>state</td><td>{@code AggregateFunction}: one accumulator per key and open window, on the
 * heap or in RocksDB</td></tr>
 * <tr><td>late</td><td>{@code sideOutputLateData}; empty in a correct run, because the rule on the
 * record stands before it</td></tr>
 * <tr><td>emit</td><td>{@code ProcessWindowFunction}, when the watermark passes the window's
 * end</td></tr>
 * <tr><td>commit</td><td>{@code KafkaSink} with EXACTLY_ONCE: a transaction per subtask and
 * checkpoint ({@link io.heliometer.flink.ResultSink})</td></tr>
 * </table>
 *
 * <p>Start with {@link io.heliometer.flink.Topology}.
 */
@NullMarked
package io.heliometer.flink;

import org.jspecify.annotations.NullMarked;
