/**
 * Scores the monitoring rules: result rows become alerts, alerts become episodes, and episodes are
 * held against the labels of the input. Pure: no clock, no files, integers only; the same rows in
 * any order have the same score. Scores measure the rules, never an engine.
 */
@NullMarked
package io.heliometer.benchmarks.score;

import org.jspecify.annotations.NullMarked;
