/**
 * A small server with the API of Kinesis Data Streams, for measurements: one process, loopback
 * only, records in one append-only file per shard. {@link io.heliometer.kinesislocal.KinesisLocal}
 * starts it; a request passes {@code FrontDoor}, one {@code Operation} and, for records,
 * {@code Shard} and {@code ShardLog}.
 */
@NullMarked
package io.heliometer.kinesislocal;

import org.jspecify.annotations.NullMarked;
