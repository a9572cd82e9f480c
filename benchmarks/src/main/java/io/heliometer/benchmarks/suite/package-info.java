/** Suites: commented property files that name what a run does. */
@NullMarked
package io.heliometer.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
