package io.heliometer.common.model;

/** What a fault hits, from small to large. */
public enum FaultScope {
    /** One sensor channel of a panel or weather station. */
    SENSOR,
    /** One panel. */
    PANEL,
    /** One series string. */
    STRING,
    /** One inverter. */
    INVERTER,
    /** One gateway: everything a site sends. */
    GATEWAY,
    /** One site. */
    SITE
}
