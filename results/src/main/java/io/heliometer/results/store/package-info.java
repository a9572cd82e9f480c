/**
 * The folder of one run: run.json, trials.jsonl with one line per trial forced to disk as it ends,
 * trials.csv, and the folders {@code rows/} and {@code logs/}. A crash loses at most the trial
 * under way; reading checks every line and says what it found.
 */
@NullMarked
package io.heliometer.results.store;

import org.jspecify.annotations.NullMarked;
