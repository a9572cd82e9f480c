package io.heliometer.results.stats;

/**
 * One measured value of one engine in one block.
 *
 * @param block from 1
 * @param engine name of the engine
 * @param value in the unit of whatever is compared
 */
public record BlockValue(int block, String engine, double value) {}
