/** Engines that misbehave on purpose, to test that the harness notices. */
@NullMarked
package io.heliometer.benchmarks.dummy;

import org.jspecify.annotations.NullMarked;
