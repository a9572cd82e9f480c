/** Runs the real topology in process: records in, rows collected, no broker. */
@NullMarked
package io.heliometer.flink.testkit;

import org.jspecify.annotations.NullMarked;
