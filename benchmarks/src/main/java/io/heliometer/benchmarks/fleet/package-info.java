/** The simulated fleet as a picture, to judge with one's own eyes. */
@NullMarked
package io.heliometer.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
