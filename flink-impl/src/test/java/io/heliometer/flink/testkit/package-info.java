/** Runs the real topology in process: golden records in, rows collected, no broker. */
@NullMarked
package io.heliometer.flink.testkit;

import org.jspecify.annotations.NullMarked;
