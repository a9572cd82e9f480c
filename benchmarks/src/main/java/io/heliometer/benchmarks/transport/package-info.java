/**
 * What carries the records between load, engine and observer: one interface, and its default mode,
 * a real Kafka broker in a child process. A container or a broker that the user already has are
 * further modes of the same interface.
 */
@NullMarked
package io.heliometer.benchmarks.transport;

import org.jspecify.annotations.NullMarked;
