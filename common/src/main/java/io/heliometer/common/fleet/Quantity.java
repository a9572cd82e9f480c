package io.heliometer.common.fleet;

/**
 * Where the generator leaves floating point: physical values become integers of the wire's units.
 */
final class Quantity {
    private Quantity() {}

    /** Returns value * 1000, rounded half up: V to mV, A to mA, W/m2 to mW/m2. */
    static int milli(double value) {
        return (int) Math.floor(value * 1000 + 0.5);
    }

    /** Returns value * 100, rounded half up: degC to 0.01 degC. */
    static int centi(double value) {
        return (int) Math.floor(value * 100 + 0.5);
    }
}
