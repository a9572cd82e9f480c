package io.heliometer.benchmarks.input;

import io.heliometer.common.engine.EditDistance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known words nearest to an unknown one, for error messages. */
final class Nearest {
    private Nearest() {}

    /** Returns at most {@code limit} of the known words, nearest first; ties by the alphabet. */
    static List<String> of(String word, Collection<String> known, int limit) {
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .sorted(Comparator.comparingInt((String candidate) ->
                                EditDistance.between(lower, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
    }
}
