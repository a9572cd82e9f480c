package io.heliometer.common.model;

/**
 * What can happen to a plant: faults, and the hard negatives that look like faults and are none.
 * Names and classes are those of the field (docs/fleet.md gives the sources).
 */
public enum FaultType {
    /** An object shades substrings of a panel whenever the sun stands behind it. */
    SHADE_RECUR(true),
    /** A bypass diode has shorted: a third of the voltage per substring is gone for good. */
    BYPASS_SHORT(true),
    /** Cells that heat up, slowly. */
    HOTSPOT(true),
    /** A connector's contact resistance grows. */
    CONNECTOR_R(true),
    /** Potential-induced degradation: the shunt resistance of a string's panels falls. */
    PID(true),
    /** A string is open, or its fuse has blown. */
    OPEN_STRING(true),
    /** An inverter trips and restarts by itself after minutes. */
    INV_TRIP_TRANSIENT(true),
    /** An inverter is down until somebody comes. */
    INV_OUTAGE(true),
    /** Isolation is too low at dawn: the inverter does not start. */
    GROUND_FAULT(true),
    /** A tracker stands still. */
    TRACKER_STALL(true),
    /** No data from a panel, an inverter or a gateway. */
    COMM_GAP(true),
    /** A sensor repeats its last value. */
    STUCK_SENSOR(true),
    /** A weather station's irradiance sensor gets dirty. */
    POA_DRIFT(true),
    /** A device's clock runs fast or slow. */
    CLOCK_SKEW(true),
    /** A panel talks before its registration holds: nothing it says counts yet. */
    COMMISSIONING(false),
    /** The grid operator limits the inverter. */
    CURTAIL(false),
    /** The inverter is at its rated power. */
    CLIP(false),
    /** A cloud over part of the site. */
    CLOUD(false),
    /** Snow on the panels. */
    SNOW(false),
    /** Panels were washed. */
    WASH(false),
    /** Rain washed the panels. */
    RAIN(false);

    private final boolean fault;

    FaultType(boolean fault) {
        this.fault = fault;
    }

    /** Returns whether a crew should come; false for the hard negatives. */
    public boolean isFault() {
        return fault;
    }
}
