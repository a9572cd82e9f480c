package io.heliometer.common.fleet;

/**
 * What the weather station in the middle of a site reads at one tick.
 *
 * @param irradianceMilliWattsPerSquareMetre irradiance in the plane of array, mW/m2, {@code >= 0}
 * @param moduleTemperatureCentiCelsius back-of-module temperature, 0.01 degC
 * @param ambientTemperatureCentiCelsius air temperature, 0.01 degC
 * @param windMilliMetresPerSecond wind speed at module height, mm/s, {@code >= 0}
 */
public record SiteConditions(
        int irradianceMilliWattsPerSquareMetre,
        int moduleTemperatureCentiCelsius,
        int ambientTemperatureCentiCelsius,
        int windMilliMetresPerSecond) {}
