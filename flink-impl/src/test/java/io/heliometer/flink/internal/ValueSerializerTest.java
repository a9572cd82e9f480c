package io.heliometer.flink.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.PeerComparison.PanelTotals;
import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.common.testkit.RandomReadings;
import io.heliometer.common.testkit.Seeds;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ValueSerializerTest {
    private static final Panel PANEL = new Panel(
            7, 6, 5, 4, 3, 400_000, 34_000, 11_765, 41_000, 12_400, -3_500, 1_782_032_400_000L, 2);

    private static <T> void assertComesBack(TypeInformation<T> type, List<T> values)
            throws IOException {
        TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(64);
        for (T value : values) {
            serializer.serialize(value, out);
        }
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        for (T value : values) {
            assertThat(serializer.deserialize(in)).isEqualTo(value);
        }
        assertThat(in.available()).isZero();
    }

    private static <T> T throughBytes(TypeInformation<T> type, T value) throws IOException {
        TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        T back = serializer.deserialize(in);
        assertThat(in.available()).isZero();
        return back;
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void stringRecords_comeBack(long seed) throws IOException {
        assertComesBack(
                TypeInformation.of(StringRecord.class),
                RandomReadings.of(seed, 200)
                        .flatMap(reading -> Stream.of(
                                StringRecord.of(reading.status(), reading),
                                StringRecord.of(1, reading).enrichedBy(PANEL),
                                StringRecord.announcement(PANEL),
                                StringRecord.call(9)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void arrivals_comeBack(long seed) throws IOException {
        assertComesBack(
                ArrivalSerializer.TYPE,
                RandomReadings.of(seed, 200)
                        .flatMap(reading -> Stream.of(
                                new Arrival(reading, 0),
                                new Arrival(null, reading.sequence()),
                                Arrival.of(PANEL),
                                new Arrival(PanelReading.flushAt(reading.sequence()), 0)))
                        .toList());
    }

    @Test
    void rows_comeBack() throws IOException {
        assertComesBack(
                TypeInformation.of(OutputRow.class),
                List.of(
                        OutputRow.result("1,2,,3"),
                        OutputRow.reject("-1,,1"),
                        OutputRow.result("")));
    }

    @Test
    void panelWindows_comeBack() throws IOException {
        assertComesBack(
                PanelWindowSerializer.TYPE,
                List.of(
                        new PanelWindow(0, 0),
                        new PanelWindow(1_782_032_400_000L, 7),
                        new PanelWindow(Long.MIN_VALUE, Integer.MIN_VALUE),
                        new PanelWindow(Long.MAX_VALUE, Integer.MAX_VALUE)));
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void totals_comeBack(long seed) throws IOException {
        Stream<Totals> edges = Stream.of(Totals.EMPTY, new Totals(1, 2, 3, 4, 5, 6, 7, 8));
        assertComesBack(
                TotalsSerializer.TYPE,
                Stream.concat(
                                edges,
                                RandomReadings.of(seed, 200)
                                        .map(reading -> Totals.EMPTY.plus(reading, 60)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void panelTotals_comeBack(long seed) throws IOException {
        Stream<PanelTotals> edges = Stream.of(PanelTotals.EMPTY, new PanelTotals(1, 2, 3, 4, 5));
        assertComesBack(
                PanelTotalsSerializer.TYPE,
                Stream.concat(
                                edges,
                                RandomReadings.of(seed, 200)
                                        .map(reading -> PanelTotals.EMPTY.plus(
                                                reading, PANEL.pdc0MilliWatts(), 60)))
                        .toList());
    }

    static Stream<DeviceWatch> watches() {
        return Stream.of(
                new DeviceWatch(SilentDevices.State.START, SilentDevices.NEVER, new long[0]),
                new DeviceWatch(new SilentDevices.State(1, 2, 3), 4, new long[] {5}),
                new DeviceWatch(
                        new SilentDevices.State(Long.MAX_VALUE, 0, -1),
                        Long.MIN_VALUE,
                        new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}));
    }

    @ParameterizedTest
    @MethodSource("watches")
    void deviceWatches_comeBack(DeviceWatch watch) throws IOException {
        DeviceWatch back = throughBytes(DeviceWatchSerializer.TYPE, watch);

        assertThat(back.state()).isEqualTo(watch.state());
        assertThat(back.wakeMillis()).isEqualTo(watch.wakeMillis());
        assertThat(back.pendingMillis()).containsExactly(watch.pendingMillis());
    }

    /** Flink makes the serializer of a checkpoint again from its snapshot. */
    static Stream<TypeInformation<?>> types() {
        return Stream.of(
                TypeInformation.of(StringRecord.class),
                TypeInformation.of(OutputRow.class),
                ArrivalSerializer.TYPE,
                TotalsSerializer.TYPE,
                PanelTotalsSerializer.TYPE,
                PanelWindowSerializer.TYPE,
                DeviceWatchSerializer.TYPE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void snapshot_restoresTheSerializer(TypeInformation<?> type) {
        TypeSerializer<?> serializer = type.createSerializer(new SerializerConfigImpl());

        assertThat(serializer.snapshotConfiguration().restoreSerializer())
                .hasSameClassAs(serializer);
    }

    @Test
    void copies_areTheRecordItself() {
        StringRecord call = StringRecord.call(1);
        DeviceWatch watch =
                new DeviceWatch(SilentDevices.State.START, SilentDevices.NEVER, new long[] {5});

        assertThat(StringRecordSerializer.INSTANCE.copy(call)).isSameAs(call);
        assertThat(new DeviceWatchSerializer().copy(watch)).isSameAs(watch);
    }
}
