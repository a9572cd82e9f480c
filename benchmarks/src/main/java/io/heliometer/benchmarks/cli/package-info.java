/** The command line: run, list, doctor, generate. */
@NullMarked
package io.heliometer.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
