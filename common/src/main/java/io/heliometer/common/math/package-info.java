/** Exact integer arithmetic: half-up division. */
@NullMarked
package io.heliometer.common.math;

import org.jspecify.annotations.NullMarked;
