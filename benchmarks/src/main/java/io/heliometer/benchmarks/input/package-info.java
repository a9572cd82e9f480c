/**
 * Recorded plant data as a workload: a mapping says which column of a logger's file is which
 * measurement of which device, and the rows are replayed in place of the simulator's. Bad data
 * becomes malformed records and lines of the summary; a bad mapping or file is a usage error.
 */
@NullMarked
package io.heliometer.benchmarks.input;

import org.jspecify.annotations.NullMarked;
