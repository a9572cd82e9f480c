package io.heliometer.common.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.query.StringRollup;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.common.testkit.Seeds;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.time.Windows;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.MergedCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The query and its oracle are two readings of one text: over any workload they must agree. */
final class QueryMatchesOracleTest {
    /** So much disorder that every reject reason occurs for every seed. */
    private static final Disorder WILD =
            new Disorder(50_000, 20_000, 50_000, 50_000, 20_000, 100_000, 100_000, 50_000, 200_000);

    private static Workload workload(long seed) {
        return new SimulatedWorkload(
                new WorkloadSpec(seed, 400, 2, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 12, WILD));
    }

    private static ValidateReadings query(Workload workload) {
        return new ValidateReadings(workload.registry(), workload.horizon(), Lateness.SPEC);
    }

    private static List<ScheduledRecord> records(Workload workload) {
        List<ScheduledRecord> records = new ArrayList<>();
        MergedCursor cursor = new MergedCursor(workload);
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            records.add(next);
        }
        return records;
    }

    private static int code(ValidateReadings query, Arrival arrival) {
        RejectReason reason = query.check(arrival.reading());
        return reason == null ? TrustRules.TRUSTED : reason.code();
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void check_matchesTheTrustRulesOnEveryRecord(long seed) {
        Workload workload = workload(seed);
        ValidateReadings query = query(workload);
        TrustRules rules = new TrustRules(workload.registry(), workload.horizon());
        TreeSet<Integer> codes = new TreeSet<>();
        for (ScheduledRecord next : records(workload)) {
            Arrival arrival = ReadingCodec.arrival(next.payload());
            int code = code(query, arrival);
            codes.add(code);

            assertThat(rules.firstFailing(arrival.reading())).as("%s", arrival).isEqualTo(code);
        }
        assertThat(codes).as("codes that occurred").containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    /** Each field is drawn from the edges of its rule, and from the edges of its type. */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void check_matchesTheTrustRulesAtEveryEdge(long seed) {
        Horizon horizon = new Horizon(0, 3_600_000);
        PanelRegistry registry = new PanelRegistry(
                60_000,
                List.of(new Panel(
                        0, 0, 0, 0, 0, 400_000, 34_000, 11_765, 41_003, 12_403, -3_500, 0)));
        ValidateReadings query = new ValidateReadings(registry, horizon, Lateness.SPEC);
        TrustRules rules = new TrustRules(registry, horizon);
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            PanelReading reading = atEdges(random);

            assertThat(rules.firstFailing(reading))
                    .as("%s", reading)
                    .isEqualTo(code(query, new Arrival(reading, 0)));
        }
    }

    private static PanelReading atEdges(Random random) {
        long event = pick(random, -1, 0, 1, 3_599_999, 3_600_000, Long.MIN_VALUE, Long.MAX_VALUE);
        long near = Math.abs(event) > 10_000_000 ? 0 : event;
        return new PanelReading(
                (int) pick(random, 0, 0, 0, 0, 0, 0, -1, 1, Integer.MAX_VALUE),
                1,
                event,
                pick(
                        random,
                        near - 1,
                        near,
                        near + 120_000,
                        near + 120_001,
                        Long.MIN_VALUE,
                        Long.MAX_VALUE),
                measured(random, -1, 0, 34_000, 34_000, 49_203, 49_204, Integer.MAX_VALUE),
                measured(random, -101, -100, 9_000, 9_000, 17_364, 17_365, Integer.MAX_VALUE),
                measured(random, -4_001, -4_000, 2_500, 2_500, 11_000, 11_001, 32_767),
                0,
                false);
    }

    private static int measured(Random random, long... values) {
        return random.nextInt(8) == 0 ? PanelReading.ABSENT : (int) pick(random, values);
    }

    private static long pick(Random random, long... values) {
        return values[random.nextInt(values.length)];
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void q0_matchesTheOracle(long seed) {
        Workload workload = workload(seed);
        ValidateReadings query = query(workload);
        List<String> rows = new ArrayList<>();
        Map<List<Long>, Long> counts = new TreeMap<>(QueryMatchesOracleTest::compareCells);
        for (ScheduledRecord next : records(workload)) {
            Arrival arrival = ReadingCodec.arrival(next.payload());
            PanelReading reading = arrival.reading();
            if (arrival.isFlush() || arrival.isRegistration()) {
                continue;
            }
            RejectReason reason = query.check(reading);
            if (reading != null && reason == null) {
                rows.add(OutputTopic.RESULTS + " " + ValidateReadings.validRow(reading));
                continue;
            }
            RejectReason known = Objects.requireNonNull(reason);
            rows.add(OutputTopic.REJECTS + " " + ValidateReadings.rejectRow(arrival, known));
            Integer site = query.countedSite(reading);
            if (reading != null && site != null) {
                long start = Windows.startOf(
                        reading.receivedTimeMillis(), ValidateReadings.WINDOW_MILLIS);
                counts.merge(List.of((long) site, (long) known.code(), start), 1L, Long::sum);
            }
        }
        counts.forEach((cell, count) -> rows.add(OutputTopic.RESULTS + " "
                + ValidateReadings.countRow(
                        cell.get(0).intValue(), cell.get(1).intValue(), cell.get(2), count)));

        assertThat(rows).containsExactlyInAnyOrderElementsOf(expected("Q0", workload));
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void q3_matchesTheOracle(long seed) {
        Workload workload = workload(seed);
        PanelRegistry registry = workload.registry();
        ValidateReadings trust = query(workload);
        Map<List<Long>, Totals> totals = new TreeMap<>(QueryMatchesOracleTest::compareCells);
        for (ScheduledRecord next : records(workload)) {
            PanelReading reading = ReadingCodec.decode(next.payload());
            if (reading != null && !reading.flush() && trust.check(reading) == null) {
                int string =
                        Objects.requireNonNull(registry.find(reading.device())).string();
                long start = Windows.startOf(reading.eventTimeMillis(), StringRollup.WINDOW_MILLIS);
                totals.merge(
                        List.of((long) string, start),
                        Totals.EMPTY.plus(reading, registry.samplingPeriodSeconds()),
                        Totals::merge);
            }
        }
        List<String> rows = new ArrayList<>();
        totals.forEach((cell, sum) -> {
            int string = cell.get(0).intValue();
            long expectedCount = StringRollup.expectedCount(
                    registry.panelCount(string), registry.samplingPeriodMillis());
            rows.add(OutputTopic.RESULTS + " " + sum.row(string, cell.get(1), expectedCount));
        });

        assertThat(rows).containsExactlyInAnyOrderElementsOf(expected("Q3", workload));
    }

    private static int compareCells(List<Long> left, List<Long> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = Long.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<String> expected(String query, Workload workload) {
        return Oracle.answer(query, workload).stream()
                .map(row -> row.topic() + " " + row.row())
                .toList();
    }
}
