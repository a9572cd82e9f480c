package io.heliometer.benchmarks.input;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads decimal numbers from files that may hold anything. */
final class Decimals {
    /** More digits before the point than any measurement has; 1e999999999 would fill the memory. */
    private static final long MAX_INTEGER_DIGITS = 12;

    /** Smaller magnitudes are zero in every unit; 1e-999999999 would fill the memory. */
    private static final long MIN_INTEGER_DIGITS = -20;

    private Decimals() {}

    /** Returns the number, or nothing if the text is none or is 10^12 or more in magnitude. */
    static Optional<BigDecimal> parse(String text) {
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        long integerDigits = (long) value.precision() - value.scale();
        if (value.signum() == 0 || integerDigits < MIN_INTEGER_DIGITS) {
            return Optional.of(BigDecimal.ZERO);
        }
        return integerDigits > MAX_INTEGER_DIGITS ? Optional.empty() : Optional.of(value);
    }
}
