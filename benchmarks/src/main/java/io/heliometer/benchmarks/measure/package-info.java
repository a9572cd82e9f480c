/** The observer, a process of its own, and the latency of what it saw. */
@NullMarked
package io.heliometer.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
