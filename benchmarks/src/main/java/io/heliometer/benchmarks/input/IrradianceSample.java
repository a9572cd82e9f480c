package io.heliometer.benchmarks.input;

/**
 * One irradiance measurement, kept beside the records: no query reads it yet.
 *
 * @param site the site
 * @param eventTimeMillis start of the sampling interval, ms UTC
 * @param irradianceMilliWattsPerSquareMeter irradiance, mW/m2; slightly negative at night
 */
public record IrradianceSample(
        int site, long eventTimeMillis, int irradianceMilliWattsPerSquareMeter) {}
