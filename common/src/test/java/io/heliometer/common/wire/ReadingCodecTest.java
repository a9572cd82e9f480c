package io.heliometer.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.testkit.RandomReadings;
import io.heliometer.common.testkit.Seeds;
import io.heliometer.common.wire.proto.PanelSample;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadingCodecTest {
    private static final int ABSENT = PanelReading.ABSENT;

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void decode_invertsEncode(long seed) {
        assertThat(RandomReadings.of(seed, 200))
                .allSatisfy(reading -> assertThat(ReadingCodec.decode(ReadingCodec.encode(reading)))
                        .isEqualTo(reading));
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void encode_writesTheBytesOfProtobuf(long seed) {
        assertThat(RandomReadings.of(seed, 2_000))
                .allSatisfy(reading ->
                        assertThat(ReadingCodec.encode(reading)).isEqualTo(byBuilder(reading)));
    }

    /** Every field at every number of bits, positive and negative: each length of a varint. */
    @Test
    void encode_writesTheBytesOfProtobufAtEveryLength() {
        for (int bits = 0; bits <= Long.SIZE; bits++) {
            long power = bits == Long.SIZE ? 0 : 1L << bits;
            for (long value : new long[] {power - 1, power, -power, ~power}) {
                PanelReading reading = new PanelReading(
                        (int) value,
                        value,
                        -value,
                        ~value,
                        (int) value,
                        (int) -value,
                        (int) ~value,
                        (int) value,
                        value % 2 == 0);

                assertThat(ReadingCodec.encode(reading))
                        .as("%s", reading)
                        .isEqualTo(byBuilder(reading));
            }
        }
    }

    private static byte[] byBuilder(PanelReading reading) {
        PanelSample.Builder sample = PanelSample.newBuilder()
                .setDevice(reading.device())
                .setSequence(reading.sequence())
                .setEventTimeMillis(reading.eventTimeMillis())
                .setReceivedTimeMillis(reading.receivedTimeMillis());
        if (reading.hasVoltage()) {
            sample.setVoltageMillivolts(reading.voltageMilliVolts());
        }
        if (reading.hasCurrent()) {
            sample.setCurrentMilliamperes(reading.currentMilliAmperes());
        }
        if (reading.hasTemperature()) {
            sample.setTemperatureCentiCelsius(reading.temperatureCentiCelsius());
        }
        if (reading.status() != 0) {
            sample.setStatus(reading.status());
        }
        if (reading.flush()) {
            sample.setFlush(true);
        }
        return sample.build().toByteArray();
    }

    @Test
    void roundTrip_keepsZeroApartFromAbsent() {
        PanelReading zero = new PanelReading(0, 0, 0, 0, 0, 0, 0, 0, false);
        PanelReading absent = new PanelReading(0, 0, 0, 0, ABSENT, ABSENT, ABSENT, 0, false);

        assertThat(ReadingCodec.decode(ReadingCodec.encode(zero))).isEqualTo(zero);
        assertThat(ReadingCodec.decode(ReadingCodec.encode(absent))).isEqualTo(absent);
    }

    @Test
    void roundTrip_keepsExtremes() {
        PanelReading extreme = new PanelReading(
                Integer.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE + 1,
                -1,
                Integer.MIN_VALUE,
                false);

        assertThat(ReadingCodec.decode(ReadingCodec.encode(extreme))).isEqualTo(extreme);
    }

    @Test
    void roundTrip_keepsTheEndOfStreamMarker() {
        Arrival arrival = ReadingCodec.arrival(ReadingCodec.encode(PanelReading.flushAt(5)));

        assertThat(arrival.isFlush()).isTrue();
        assertThat(arrival.reading()).isEqualTo(PanelReading.flushAt(5));
    }

    /** Cut between two fields, a payload may still be a whole reading with fewer measurements. */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void decode_neverThrowsOnATruncatedPayload(long seed) {
        assertThat(RandomReadings.of(seed, 20)).allSatisfy(reading -> {
            byte[] whole = ReadingCodec.encode(reading);
            for (int length = 0; length < whole.length; length++) {
                PanelReading cut = ReadingCodec.decode(Arrays.copyOf(whole, length));
                if (cut != null) {
                    assertThat(cut.device()).isEqualTo(reading.device());
                    assertThat(cut.sequence()).isEqualTo(reading.sequence());
                    assertThat(cut.eventTimeMillis()).isEqualTo(reading.eventTimeMillis());
                    assertThat(cut.receivedTimeMillis()).isEqualTo(reading.receivedTimeMillis());
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void arrival_neverThrowsOnNoise(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            Arrival arrival = ReadingCodec.arrival(noise);

            boolean parsed = arrival.reading() != null || arrival.isRegistration();
            assertThat(arrival.payloadHash()).isEqualTo(parsed ? 0 : Hash.of(noise));
        }
    }

    @Test
    void decode_needsDeviceSequenceAndBothTimes() {
        PanelSample whole = PanelSample.newBuilder()
                .setDevice(1)
                .setSequence(2)
                .setEventTimeMillis(3)
                .setReceivedTimeMillis(4)
                .build();

        assertThat(ReadingCodec.decode(whole.toByteArray())).isNotNull();
        assertThat(ReadingCodec.decode(whole.toBuilder().clearDevice().build().toByteArray()))
                .isNull();
        assertThat(ReadingCodec.decode(whole.toBuilder().clearSequence().build().toByteArray()))
                .isNull();
        assertThat(ReadingCodec.decode(
                        whole.toBuilder().clearEventTimeMillis().build().toByteArray()))
                .isNull();
        assertThat(ReadingCodec.decode(
                        whole.toBuilder().clearReceivedTimeMillis().build().toByteArray()))
                .isNull();
    }

    /** A tombstone is a record too; it is known by the hash of nothing. */
    @Test
    void arrival_takesAMissingPayloadForAnEmptyOne() {
        assertThat(ReadingCodec.arrival(null)).isEqualTo(new Arrival(null, Hash.of("")));
        assertThat(ReadingCodec.arrival(new byte[0])).isEqualTo(new Arrival(null, Hash.of("")));
    }
}
