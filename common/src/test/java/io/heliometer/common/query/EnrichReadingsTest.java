package io.heliometer.common.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EnrichReadingsTest {
    private static Panel version(long validFrom, int version) {
        return new Panel(
                7, 3, 2, 1, 0, 400_000, 34_000, 11_765, 41_000, 12_400, -3_500, validFrom, version);
    }

    /** Few moments, so that versions often hold from the same one. */
    private static List<Panel> versions(Random random) {
        List<Panel> versions = new ArrayList<>();
        for (int version = 1; version <= 6; version++) {
            versions.add(version(random.nextInt(4) * 100L, version));
        }
        Collections.shuffle(versions, random);
        return versions;
    }

    private static @Nullable Panel fold(List<Panel> versions, long time) {
        Panel best = null;
        for (Panel version : versions) {
            best = EnrichReadings.later(best, version, time);
        }
        return best;
    }

    /**
     * The law by its definition: nothing that holds at the time holds later, or as late and higher.
     */
    private static void assertHolds(@Nullable Panel best, List<Panel> versions, long time) {
        List<Panel> valid = versions.stream()
                .filter(version -> version.validFromMillis() <= time)
                .toList();
        if (best == null) {
            assertThat(valid).isEmpty();
            return;
        }
        assertThat(valid)
                .contains(best)
                .allSatisfy(other -> assertThat(other.validFromMillis() * 100 + other.version())
                        .isLessThanOrEqualTo(best.validFromMillis() * 100 + best.version()));
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void later_foldedInAnyOrderGivesTheVersionThatHolds(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<Panel> versions = versions(random);
            List<Panel> shuffled = new ArrayList<>(versions);
            Collections.shuffle(shuffled, random);
            long time = random.nextInt(500) - 50L;
            Panel best = fold(versions, time);

            assertHolds(best, versions, time);
            assertThat(fold(shuffled, time)).isEqualTo(best);
            assertThat(EnrichReadings.asOf(versions.get(0), versions.subList(1, 6), time))
                    .isEqualTo(best);
        }
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void later_isAssociativeAndCommutative(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<Panel> three = versions(random).subList(0, 3);
            Panel a = three.get(0);
            Panel b = three.get(1);
            Panel c = three.get(2);
            long time = random.nextInt(500) - 50L;

            assertThat(EnrichReadings.later(a, b, time))
                    .isEqualTo(EnrichReadings.later(b, a, time));
            assertThat(EnrichReadings.later(EnrichReadings.later(a, b, time), c, time))
                    .isEqualTo(EnrichReadings.later(a, EnrichReadings.later(b, c, time), time));
        }
    }

    @Test
    void asOf_holdsFromItsFirstMomentOn() {
        Panel first = version(0, 1);
        Panel second = version(1_000, 2);

        assertThat(EnrichReadings.asOf(first, List.of(second), 999)).isEqualTo(first);
        assertThat(EnrichReadings.asOf(first, List.of(second), 1_000)).isEqualTo(second);
        assertThat(EnrichReadings.asOf(second, List.of(), 999)).isNull();
        assertThat(EnrichReadings.asOf(null, List.of(), 999)).isNull();
    }

    @Test
    void row_isEmptyWhereThereIsNoPower() {
        int absent = PanelReading.ABSENT;

        assertThat(row(34_000, 10_000)).isEqualTo("7,5,60000,3,2,1,4,340000,850000");
        assertThat(row(absent, 10_000)).isEqualTo("7,5,60000,3,2,1,4,,");
        assertThat(row(34_000, absent)).isEqualTo("7,5,60000,3,2,1,4,,");
        assertThat(row(34_000, 0)).isEqualTo("7,5,60000,3,2,1,4,0,0");
    }

    private static String row(int voltage, int current) {
        PanelReading reading =
                new PanelReading(7, 5, 60_000, 60_100, voltage, current, 2_500, 0, false);
        return EnrichReadings.row(new EnrichedReading(reading, version(0, 4)));
    }

    @Test
    void unregisteredRow_hasReasonNine() {
        assertThat(EnrichReadings.unregisteredRow(PanelReading.flushAt(0).receivedAt(1)))
                .isEqualTo("0,0,9");
    }
}
