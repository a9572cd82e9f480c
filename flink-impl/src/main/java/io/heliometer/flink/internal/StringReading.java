package io.heliometer.flink.internal;

import io.heliometer.common.model.PanelReading;

/**
 * A trusted reading with the string it belongs to, which is looked up once, before the shuffle: the
 * key selector runs on both sides of it.
 *
 * @param string the string of the reading's panel
 * @param reading a reading that passed every rule
 */
public record StringReading(int string, PanelReading reading) {}
