package io.heliometer.benchmarks.input;

import io.heliometer.common.engine.UsageException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The unit of a mapped column, and how a value in it becomes the integer that travels: mV, mA, 0.01
 * degC or mW/m2. Law: {@code (value + offset) * numerator / denominator}, exact, then half up.
 */
enum Unit {
    VOLT("V", Quantity.VOLTAGE, "0", 1_000, 1),
    MILLIVOLT("mV", Quantity.VOLTAGE, "0", 1, 1),
    AMPERE("A", Quantity.CURRENT, "0", 1_000, 1),
    MILLIAMPERE("mA", Quantity.CURRENT, "0", 1, 1),
    CELSIUS("C", Quantity.TEMPERATURE, "0", 100, 1),
    FAHRENHEIT("F", Quantity.TEMPERATURE, "-32", 500, 9),
    KELVIN("K", Quantity.TEMPERATURE, "-273.15", 100, 1),
    WATT_PER_SQUARE_METER("W/m2", Quantity.IRRADIANCE, "0", 1_000, 1),
    KILOWATT_PER_SQUARE_METER("kW/m2", Quantity.IRRADIANCE, "0", 1_000_000, 1);

    private static final BigDecimal MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final String symbol;
    private final Quantity quantity;
    private final BigDecimal offset;
    private final BigDecimal numerator;
    private final long denominator;

    Unit(String symbol, Quantity quantity, String offset, long numerator, long denominator) {
        this.symbol = symbol;
        this.quantity = quantity;
        this.offset = new BigDecimal(offset);
        this.numerator = BigDecimal.valueOf(numerator);
        this.denominator = denominator;
    }

    /** Returns the text that stands for the unit in a mapping. */
    String symbol() {
        return symbol;
    }

    /**
     * Returns the unit of a column.
     *
     * @throws UsageException if the quantity is not measured in such a unit
     */
    static Unit of(Quantity quantity, String symbol, String column) {
        return Arrays.stream(values())
                .filter(unit -> unit.quantity == quantity && unit.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new UsageException("unit of " + quantity.key() + " column "
                        + column + " must be one of " + allowed(quantity) + ", was " + symbol));
    }

    private static String allowed(Quantity quantity) {
        return Arrays.stream(values())
                .filter(unit -> unit.quantity == quantity)
                .map(Unit::symbol)
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the value as an integer, or nothing if it does not fit. Integer.MIN_VALUE does not
     * fit either: it stands for a measurement that was not taken.
     */
    Optional<Integer> toInteger(BigDecimal value) {
        BigDecimal rounded = divideHalfUp(value.add(offset).multiply(numerator), denominator);
        return rounded.abs().compareTo(MAX) > 0
                ? Optional.empty()
                : Optional.of(rounded.intValueExact());
    }

    /** Returns {@code floor((2n + d) / 2d)}: the specification's division, on decimals. */
    static BigDecimal divideHalfUp(BigDecimal numerator, long denominator) {
        BigDecimal twice =
                numerator.multiply(BigDecimal.valueOf(2)).add(BigDecimal.valueOf(denominator));
        return twice.divide(BigDecimal.valueOf(2 * denominator), 0, RoundingMode.FLOOR);
    }
}
