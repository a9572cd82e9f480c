/** Tests of child processes, with small mains that misbehave in one way each. */
@NullMarked
package io.heliometer.benchmarks.process;

import org.jspecify.annotations.NullMarked;
