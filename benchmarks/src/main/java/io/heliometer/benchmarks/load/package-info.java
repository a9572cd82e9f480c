/** The open-loop load generator: a process of its own that sends each record on its schedule. */
@NullMarked
package io.heliometer.benchmarks.load;

import org.jspecify.annotations.NullMarked;
