package io.heliometer.common.oracle;

import io.heliometer.common.wire.OutputTopic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The second half of Q1: collect the retransmissions of each site and hour, then count them. */
final class Retransmissions {
    static final long HOUR = 60 * 60 * 1000;

    private record Cell(int site, long hourStart) {}

    private final Map<Cell, List<TrustedReading>> copiesByCell =
            new TreeMap<>(Comparator.comparingInt(Cell::site).thenComparingLong(Cell::hourStart));

    void add(TrustedReading copy) {
        copiesByCell
                .computeIfAbsent(
                        new Cell(copy.panel().site(), copy.windowStart(HOUR)),
                        cell -> new ArrayList<>())
                .add(copy);
    }

    List<ExpectedRow> rows(Sieve sieve) {
        List<ExpectedRow> rows = new ArrayList<>();
        copiesByCell.forEach((cell, copies) -> rows.add(new ExpectedRow(
                OutputTopic.RESULTS,
                "2," + cell.site + "," + cell.hourStart + "," + copies.size(),
                3,
                copies.get(0).partition(),
                copies.stream().mapToLong(TrustedReading::dueMillis).max().orElseThrow(),
                sieve.completeDueMillis(cell.hourStart + HOUR))));
        return rows;
    }
}
