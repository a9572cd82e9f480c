package io.heliometer.benchmarks.input;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How cells are read.
 *
 * @param missingTexts texts that stand for a measurement that was not taken, in lower case
 * @param missingNumbers those of them that are numbers: they match any spelling of themselves
 * @param decimalMark {@code .} or {@code ,}
 */
record CellRule(Set<String> missingTexts, List<BigDecimal> missingNumbers, char decimalMark) {
    CellRule {
        missingTexts = Set.copyOf(missingTexts);
        missingNumbers = List.copyOf(missingNumbers);
    }

    /** Returns the rule for a list of texts in any case. */
    static CellRule of(List<String> missing, char decimalMark) {
        Set<String> texts = missing.stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<BigDecimal> numbers = missing.stream()
                .map(text -> number(text, decimalMark))
                .flatMap(Optional::stream)
                .toList();
        return new CellRule(texts, numbers, decimalMark);
    }

    /** Returns what a cell of a column with this unit is. Never throws. */
    Cell read(String text, Unit unit) {
        if (text.isEmpty() || missingTexts.contains(text.toLowerCase(Locale.ROOT))) {
            return Cell.ABSENT;
        }
        Optional<BigDecimal> parsed = number(text, decimalMark);
        if (parsed.isEmpty()) {
            return Cell.MALFORMED;
        }
        BigDecimal value = parsed.get();
        if (missingNumbers.stream().anyMatch(number -> number.compareTo(value) == 0)) {
            return Cell.ABSENT;
        }
        return unit.toInteger(value)
                .map(integer -> new Cell(Cell.State.PRESENT, value, integer))
                .orElse(Cell.MALFORMED);
    }

    private static Optional<BigDecimal> number(String text, char decimalMark) {
        if (decimalMark == '.') {
            return Decimals.parse(text);
        }
        // A point beside a decimal comma groups thousands, or the mapping is wrong: do not guess.
        return text.indexOf('.') >= 0 ? Optional.empty() : Decimals.parse(text.replace(',', '.'));
    }
}
