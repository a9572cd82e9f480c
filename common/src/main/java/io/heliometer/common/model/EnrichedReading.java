package io.heliometer.common.model;

/**
 * A trusted reading with the version of its panel that held at its event time.
 *
 * @param reading the reading
 * @param panel the version; its device is the reading's
 */
public record EnrichedReading(PanelReading reading, Panel panel) {}
