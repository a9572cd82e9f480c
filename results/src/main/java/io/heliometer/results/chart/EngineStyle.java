package io.heliometer.results.chart;

/**
 * How an engine is drawn.
 *
 * @param colour of the Okabe-Ito palette, as {@code #rrggbb}
 * @param marker shape of its points
 * @param dash SVG dash array of its lines; {@code none} is a solid line
 */
public record EngineStyle(String colour, Marker marker, String dash) {}
