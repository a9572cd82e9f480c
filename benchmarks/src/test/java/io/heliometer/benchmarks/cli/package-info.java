/** Tests of the command line, as a user types it. */
@NullMarked
package io.heliometer.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
