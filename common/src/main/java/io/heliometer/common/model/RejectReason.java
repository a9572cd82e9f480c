package io.heliometer.common.model;

/** Why a record cannot be trusted: the rules of Q0 in the order they are tried, then that of Q2. */
public enum RejectReason {
    /** The payload does not parse, or lacks device, sequence, event or received time. */
    MALFORMED(1),
    /** No such device is registered. */
    UNKNOWN_DEVICE(2),
    /** Voltage outside 0..1.2 voc0. */
    VOLTAGE(3),
    /** Current outside -100 mA..1.4 isc0. */
    CURRENT(4),
    /** Temperature outside -40..110 degC. */
    TEMPERATURE(5),
    /** Event time outside the run. */
    HORIZON(6),
    /** Event time after received time. */
    FUTURE(7),
    /** Received more than the allowed lateness after event time. */
    LATE(8),
    /** Q2, not Q0: no version of the panel held at the event time. */
    UNREGISTERED(9);

    private final int code;

    RejectReason(int code) {
        this.code = code;
    }

    /** Returns the number that stands in result rows. */
    public int code() {
        return code;
    }
}
