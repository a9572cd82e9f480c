package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultScope;

/**
 * A part of the plant.
 *
 * @param scope what it is
 * @param id which one
 */
record Asset(FaultScope scope, int id) {}
