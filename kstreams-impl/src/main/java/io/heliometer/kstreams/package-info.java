/**
 * Kafka Streams on one page. A library, not a cluster: an instance is a plain JVM, and the
 * instances of one {@code application.id} share the partitions through Kafka's own group protocol.
 *
 * <table>
 * <caption>Subgoal and what Kafka Streams offers for it</caption>
 * <tr><td>source</td><td>{@code Topology.addSource}, a {@code Deserializer} that never throws</td></tr>
 * <tr><td>key</td><td>none: one task is one input partition, and a site never leaves its partition</td></tr>
 * <tr><td>time</td><td>the task's own watermark in the processor; stream time is not used
 * ({@link io.heliometer.kstreams.EventTime})</td></tr>
 * <tr><td>window</td><td>the window's start is the first part of the store's key</td></tr>
 * <tr><td>timer</td><td>a queue on the heap, rebuilt from the store; punctuators are per task and go
 * by stream time or wall clock</td></tr>
 * <tr><td>join</td><td>versions in a store, mirrored on the heap; a versioned store takes validity
 * from the changelog's timestamps</td></tr>
 * <tr><td>late</td><td>a rule on the record, before the store; what the engine drops is counted, 0 in a
 * correct run</td></tr>
 * <tr><td>state</td><td>{@code KeyValueStore}, RocksDB or memory, logged to a compacted topic</td></tr>
 * <tr><td>emit</td><td>a range scan on the record whose time passes a window's end</td></tr>
 * <tr><td>chain</td><td>processors of one sub-topology: handing on is a method call, and one commit
 * covers all</td></tr>
 * <tr><td>commit</td><td>exactly_once_v2: rows, changelog and input offsets in one transaction per
 * thread and {@code commit.interval.ms}</td></tr>
 * </table>
 *
 * <p>Read {@link io.heliometer.kstreams.Topology} first, then the queries, of which
 * {@link io.heliometer.kstreams.query.PlantMonitor} is made of all others.
 */
@NullMarked
package io.heliometer.kstreams;

import org.jspecify.annotations.NullMarked;
