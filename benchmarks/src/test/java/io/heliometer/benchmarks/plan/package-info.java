/** Tests of trials and runs on real processes. */
@NullMarked
package io.heliometer.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
