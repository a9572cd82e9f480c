package io.heliometer.benchmarks.input;

import io.heliometer.common.model.PanelReading;

import java.math.BigDecimal;

/**
 * One cell of a mapped column, as it was understood.
 *
 * @param state what it is
 * @param value the number in the file's unit; 0 unless present
 * @param integer the number as it travels; {@link PanelReading#ABSENT} unless present
 */
record Cell(State state, BigDecimal value, int integer) {
    /** A measurement that was not taken. */
    static final Cell ABSENT = new Cell(State.ABSENT, BigDecimal.ZERO, PanelReading.ABSENT);

    /** A text that is neither a number that fits nor configured as missing. */
    static final Cell MALFORMED = new Cell(State.MALFORMED, BigDecimal.ZERO, PanelReading.ABSENT);

    /** What a cell is. */
    enum State {
        PRESENT,
        ABSENT,
        MALFORMED
    }
}
