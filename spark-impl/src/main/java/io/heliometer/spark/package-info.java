/**
 * Spark Structured Streaming on one page. A query is a table plan that a driver runs batch by batch
 * on executors; what a batch read and wrote is noted in a checkpoint folder.
 *
 * <table>
 * <caption>Subgoal and what Spark offers for it</caption>
 * <tr><td>source</td><td>{@code readStream().format("kafka")}: one task per partition and batch,
 * offsets in the checkpoint ({@link io.heliometer.spark.ReadingSource})</td></tr>
 * <tr><td>key</td><td>{@code groupBy}: always a shuffle, because Spark cannot be told that a site
 * stays in its partition</td></tr>
 * <tr><td>time</td><td>{@code withWatermark}, one per partition
 * ({@link io.heliometer.spark.EventTime})</td></tr>
 * <tr><td>window</td><td>{@code window(clock, "300000 milliseconds")}</td></tr>
 * <tr><td>late</td><td>a rule on the record, before the watermark; what the state operator drops
 * all the same is counted ({@link io.heliometer.spark.internal.LateRows})</td></tr>
 * <tr><td>state</td><td>built-in aggregates, or {@code transformWithState} with one value per site
 * ({@link io.heliometer.spark.internal.SiteProcessor}); in a versioned store per shuffle partition
 * </td></tr>
 * <tr><td>timer</td><td>{@code transformWithState} only, by event time: fires in the batch after the
 * one that moved the watermark; an initial state sets one for sites that never talk</td></tr>
 * <tr><td>side output</td><td>none: rows name their topic, and the only sink reads it</td></tr>
 * <tr><td>emit</td><td>append mode: a window's row once, in the batch after its end was passed; an
 * operator of ours in the batch that passed it</td></tr>
 * <tr><td>commit</td><td>the stock sink may write a batch twice after a failure; the transactional
 * one does not ({@link io.heliometer.spark.ResultSink})</td></tr>
 * </table>
 *
 * <p>Read {@link io.heliometer.spark.Topology} first, then the queries; {@code PlantMonitor} is all
 * of them in one.
 */
@NullMarked
package io.heliometer.spark;

import org.jspecify.annotations.NullMarked;
