package io.heliometer.flink.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
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
    void copies_areTheRecordItself() {
        StringRecord call = StringRecord.call(1);

        assertThat(StringRecordSerializer.INSTANCE.copy(call)).isSameAs(call);
    }
}
