/**
 * Looks at the machine before a run: what would make it fail, what would make its figures
 * worthless, and what to do about either. Facts come through {@code Probes}, so that every finding
 * is tested on machines that are not at hand.
 */
@NullMarked
package io.heliometer.benchmarks.doctor;

import org.jspecify.annotations.NullMarked;
