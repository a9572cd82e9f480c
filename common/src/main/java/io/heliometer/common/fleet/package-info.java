/**
 * The simulated solar fleet: sun, clear sky, clouds, cell temperature, module. Each value is a pure
 * function of (seed, device, tick).
 */
@NullMarked
package io.heliometer.common.fleet;

import org.jspecify.annotations.NullMarked;
