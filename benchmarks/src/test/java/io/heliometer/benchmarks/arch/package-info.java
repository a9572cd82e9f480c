/** The shape of the modules, as rules. */
@NullMarked
package io.heliometer.benchmarks.arch;

import org.jspecify.annotations.NullMarked;
