package io.heliometer.flink.internal;

/**
 * A panel in a window, within the state of its string.
 *
 * @param windowStartMillis start of the window, ms UTC
 * @param device the panel
 */
public record PanelWindow(long windowStartMillis, int device) {}
