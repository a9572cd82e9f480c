package io.heliometer.results;

import io.heliometer.results.run.NegativeCount;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.RuleScore;
import io.heliometer.results.run.RulesFound;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.run.TypeScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invented run whose rows have scores: the application, one query alone, and a mistake. */
public final class Scores {
    private static final long MINUTE = 60_000;

    private Scores() {}

    /** Three rules on the rows of the application. */
    public static RuleScore application() {
        return new RuleScore(
                List.of("R1", "R3", "R7"),
                20,
                17,
                14,
                12,
                705_882L,
                720_000L,
                812_345L,
                21 * MINUTE,
                46 * MINUTE,
                30,
                3,
                4,
                882_353L,
                893_217L,
                40_123,
                List.of(
                        type("SHADE_RECUR", new long[] {6, 5, 5, 3}, null),
                        type("BYPASS_SHORT", new long[] {4, 4, 4, 4}, new long[] {8, 3, 3}),
                        type("OPEN_STRING", new long[] {2, 2, 2, 2}, new long[] {2, 0, 0}),
                        type("INV_TRIP_TRANSIENT", new long[] {3, 3, 0, 0}, null),
                        type("COMM_GAP", new long[] {4, 3, 3, 3}, new long[] {20, 0, 1}),
                        type("POA_DRIFT", new long[] {1, 0, 0, 0}, null)),
                List.of(
                        new NegativeCount("CURTAIL", 1, 0),
                        new NegativeCount("CLOUD", 7, 3),
                        new NegativeCount(NegativeCount.NOTHING, 0, 1)));
    }

    /** One rule, which finds as many of its faults as given. */
    public static RuleScore openStrings(long found) {
        Long recall = found * 500_000;
        return new RuleScore(
                List.of("R3"),
                2,
                2,
                2,
                found,
                recall,
                recall,
                recall,
                found == 0 ? null : 10 * MINUTE,
                found == 0 ? null : 10 * MINUTE,
                found,
                0,
                0,
                found == 0 ? null : 1_000_000L,
                found == 0 ? null : 1_000_000L,
                0,
                List.of(new TypeScore(
                        "OPEN_STRING",
                        2,
                        2,
                        2,
                        found,
                        recall,
                        found == 0 ? null : 10 * MINUTE,
                        found == 0 ? null : 10 * MINUTE,
                        found,
                        0,
                        0,
                        found == 0 ? null : 1_000_000L)),
                List.of(new NegativeCount(NegativeCount.NOTHING, 0, 0)));
    }

    private static TypeScore type(String type, long[] labels, long @Nullable [] episodes) {
        long good = episodes == null ? 0 : episodes[0];
        long falseAlarms = episodes == null ? 0 : episodes[2];
        return new TypeScore(
                type,
                labels[0],
                labels[1],
                labels[2],
                labels[3],
                labels[1] == 0 ? null : (Long) (labels[3] * 1_000_000 / labels[1]),
                labels[3] == 0 ? null : (Long) (labels[3] * 7 * MINUTE),
                labels[3] == 0 ? null : (Long) (labels[3] * 9 * MINUTE),
                good,
                episodes == null ? 0 : episodes[1],
                falseAlarms,
                good + falseAlarms == 0 ? null : (Long) (good * 1_000_000 / (good + falseAlarms)));
    }

    /** Two engines on the application and on Q3, where one of them is wrong if asked for. */
    public static List<TrialRecord> trials(boolean mistake) {
        RulesFound right = RulesFound.of(application(), application());
        RulesFound strings = RulesFound.of(openStrings(2), openStrings(2));
        return List.of(
                Fixture.drain("flink", "M", 101_200, 9.02).rules(right).build(),
                Fixture.drain("kstreams", "M", 88_000, 11.1).rules(right).build(),
                Fixture.drain("flink", "Q3", 401_200, 5.02).rules(strings).build(),
                mistake
                        ? Fixture.drain("kstreams", "Q3", 388_000, 6.1)
                                .outcome(Outcome.INCORRECT, "2 missing, 0 duplicate, 0 wrong")
                                .rules(RulesFound.of(openStrings(1), openStrings(2)))
                                .build()
                        : Fixture.drain("kstreams", "Q3", 388_000, 6.1)
                                .rules(strings)
                                .build());
    }
}
