package io.heliometer.common.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.query.SilentDevices.Device;
import io.heliometer.common.query.SilentDevices.State;
import io.heliometer.common.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three short days of one device: any way to bring it up to the end gives the rows of a scan. */
final class SilentDevicesTest {
    private static final long TAU = 60_000;
    private static final long PATIENCE = 3 * TAU;
    private static final long DAY = 86_400_000;
    private static final long OFFSET = 7_200_000;
    private static final long NOON = 43_200_000 - OFFSET;
    private static final Horizon HORIZON = new Horizon(NOON, NOON + 2 * DAY);
    private static final Device DEVICE = new Device(4, 7);

    /** D is half an hour before to half an hour after noon; the first day starts with the run. */
    private static final SunTable SUN =
            new SunTable(Map.of(4, OFFSET), List.of(day(0), day(1), day(2)));

    private static final SilentDevices QUERY = new SilentDevices(SUN, HORIZON, TAU);

    private static SunDay day(long day) {
        long noon = NOON + day * DAY;
        return new SunDay(4, day, noon - 3_600_000, noon + 3_600_000);
    }

    /** Talks for some of the time, with gaps around the patience, to the millisecond. */
    private static NavigableSet<Long> talks(Random random) {
        NavigableSet<Long> talks = new TreeSet<>();
        long time = HORIZON.startMillis() + random.nextInt(3) * 60_000L;
        while (HORIZON.contains(time)) {
            talks.add(time);
            time += switch (random.nextInt(12)) {
                case 0 -> PATIENCE + random.nextInt(3) - 1;
                case 1 -> PATIENCE * (1 + random.nextInt(4)) + random.nextInt(1_000);
                case 2 -> random.nextInt(4) == 0 ? DAY - random.nextInt(7_200_000) : TAU;
                default -> TAU;
            };
        }
        return talks;
    }

    /** The LAG scan of the specification. */
    private static List<String> scan(NavigableSet<Long> talks) {
        List<String> rows = new ArrayList<>();
        Long last = null;
        for (Long next : talks) {
            scanGap(last, next, rows);
            last = next;
        }
        scanGap(last, Long.MAX_VALUE, rows);
        return rows;
    }

    private static void scanGap(@Nullable Long last, long next, List<String> rows) {
        long first = -1;
        for (long day = 0; day <= 2; day++) {
            long noon = NOON + day * DAY;
            long start = Math.max(noon - 1_800_000, HORIZON.startMillis());
            long end = Math.min(noon + 1_800_000, HORIZON.endMillis());
            long since = last == null ? start : Math.max(last, start);
            if (since + PATIENCE < end && next > since + PATIENCE) {
                rows.add("1,7," + since + "," + (since + PATIENCE));
                first = first < 0 ? since : first;
            }
        }
        if (first >= 0 && next != Long.MAX_VALUE) {
            rows.add("2,7," + next + "," + (next - first));
        }
    }

    private static long[] between(NavigableSet<Long> talks, long after, long upTo) {
        return talks.subSet(after, false, upTo, true).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static List<String> settledAtOnce(NavigableSet<Long> talks) {
        List<String> rows = new ArrayList<>();
        long[] all = between(talks, Long.MIN_VALUE, Long.MAX_VALUE);
        QUERY.settle(DEVICE, State.START, all, HORIZON.flushTimeMillis(), rows::add);
        return rows;
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void settle_givesTheRowsOfAScan(long seed) {
        Random random = new Random(seed);
        boolean resumed = false;
        for (int i = 0; i < 100; i++) {
            NavigableSet<Long> talks = talks(random);
            List<String> rows = settledAtOnce(talks);

            assertThat(rows).as("%s", talks).isEqualTo(scan(talks));
            resumed |= rows.stream().anyMatch(row -> row.startsWith("2,"));
        }
        assertThat(resumed).isTrue();
    }

    /** Watermarks at random, with more pending than is settled and some of it settled before. */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void settle_isIndependentOfTheWatermarksInBetween(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            NavigableSet<Long> talks = talks(random);
            List<String> rows = new ArrayList<>();
            State state = State.START;
            long watermark = HORIZON.startMillis() - 1;
            while (watermark < HORIZON.endMillis()) {
                long next = watermark
                        + (random.nextBoolean()
                                ? random.nextInt(2 * (int) PATIENCE)
                                : random.nextInt((int) DAY));
                long[] pending = between(
                        talks,
                        random.nextBoolean() ? watermark : watermark - PATIENCE,
                        next + random.nextInt(2 * (int) PATIENCE));
                state = QUERY.settle(DEVICE, state, pending, next, rows::add);
                watermark = next;
            }

            assertThat(rows).as("%s", talks).isEqualTo(scan(talks));
        }
    }

    /** An engine that only settles when it is woken misses nothing and is never woken in vain. */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void nextWake_isEarlyEnough(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            NavigableSet<Long> talks = talks(random);
            List<String> rows = new ArrayList<>();
            State state = State.START;
            long watermark = HORIZON.startMillis() - 1;
            while (watermark < HORIZON.flushTimeMillis()) {
                Long first = talks.higher(state.lastMillis());
                long wake = QUERY.nextWakeMillis(
                        DEVICE.site(), state, first == null ? SilentDevices.NEVER : first);
                if (wake == SilentDevices.NEVER) {
                    break;
                }
                watermark = Math.max(watermark, wake);
                long[] pending = between(talks, state.lastMillis(), watermark);
                State before = state;
                state = QUERY.settle(DEVICE, state, pending, watermark, rows::add);
                assertThat(state).isNotEqualTo(before);
            }

            assertThat(rows).as("%s", talks).isEqualTo(scan(talks));
        }
    }

    /** Written at the first watermark at which it is known, not at the next record. */
    @Test
    void settle_writesARowAsSoonAsItIsFinal() {
        List<String> rows = new ArrayList<>();
        long[] pending = {NOON};
        State state = QUERY.settle(DEVICE, State.START, pending, NOON + PATIENCE - 1, rows::add);
        assertThat(rows).isEmpty();

        state = QUERY.settle(DEVICE, state, new long[0], NOON + PATIENCE, rows::add);
        assertThat(rows).containsExactly("1,7," + NOON + "," + (NOON + PATIENCE));
        assertThat(state.isSilent()).isTrue();

        long resume = NOON + PATIENCE + 1;
        QUERY.settle(DEVICE, state, new long[] {resume}, resume, rows::add);
        assertThat(rows).hasSize(2).last().isEqualTo("2,7," + resume + "," + (PATIENCE + 1));
    }

    @Test
    void siteWithoutSun_isNeverMissed() {
        List<String> rows = new ArrayList<>();
        SilentDevices blind = new SilentDevices(SunTable.EMPTY, HORIZON, TAU);
        State state = blind.settle(
                DEVICE, State.START, new long[0], HORIZON.flushTimeMillis(), rows::add);

        assertThat(rows).isEmpty();
        assertThat(blind.nextWakeMillis(4, state, SilentDevices.NEVER))
                .isEqualTo(SilentDevices.NEVER);
    }
}
