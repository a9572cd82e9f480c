package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * How an engine came back from a fault, seen from its output alone. Downtime and catch-up are two
 * numbers, as they rank engines differently.
 *
 * @param victim the process that was hit, such as {@code worker-2}
 * @param injectedSeconds when, counted from the start of the load
 * @param downtimeSeconds the longest gap in the output of any partition from the fault on, minus
 *     the longest gap of the same partition before it; never negative
 * @param catchUpSeconds from the end of the downtime until the delay of all rows stayed for ten
 *     seconds within twice the 99th percentile from before the fault, or 100 ms above it if that is
 *     more; null if that did not happen while the load went on
 */
public record Recovery(
        String victim,
        double injectedSeconds,
        double downtimeSeconds,
        @Nullable Double catchUpSeconds) {

    /** Checks the name. */
    public Recovery {
        Checks.text("victim", victim);
    }
}
