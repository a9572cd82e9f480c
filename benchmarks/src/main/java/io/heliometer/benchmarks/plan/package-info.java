/** What runs in which order, and one trial from the first process to its record. */
@NullMarked
package io.heliometer.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
