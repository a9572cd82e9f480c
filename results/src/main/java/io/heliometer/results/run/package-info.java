/**
 * What a run leaves behind, as records: {@code RunRecord} is run.json, {@code TrialRecord} is one
 * line of trials.jsonl. The component names are the JSON field names and a change of either raises
 * the schema version. A value that was not measured is null, never 0.
 */
@NullMarked
package io.heliometer.results.run;

import org.jspecify.annotations.NullMarked;
