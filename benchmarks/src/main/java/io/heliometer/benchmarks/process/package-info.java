/**
 * Child processes from start to certain end: command lines, CPU pinning, logs, readiness, stopping,
 * resource use, and the token, reaper and watchdog that leave no process behind, not even when the
 * harness itself is killed.
 */
@NullMarked
package io.heliometer.benchmarks.process;

import org.jspecify.annotations.NullMarked;
