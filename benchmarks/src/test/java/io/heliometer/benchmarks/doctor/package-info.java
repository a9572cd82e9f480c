/** Tests of the doctor on machines that are made up. */
@NullMarked
package io.heliometer.benchmarks.doctor;

import org.jspecify.annotations.NullMarked;
