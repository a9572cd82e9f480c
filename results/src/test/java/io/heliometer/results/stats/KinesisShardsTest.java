package io.heliometer.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KinesisShardsTest {
    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "1000,1", "1000.001,2", "1001,2", "2000,2", "20000000,20000"})
    void forRecords_roundsUpAtAThousand(double recordsPerSecond, long shards) {
        assertThat(KinesisShards.of(recordsPerSecond, 0, 1).forRecords()).isEqualTo(shards);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "1048576,1", "1048577,2", "2097152,2", "2097153,3"})
    void forBytesIn_roundsUpAtAMebibyte(double bytesPerSecond, long shards) {
        assertThat(KinesisShards.of(1, bytesPerSecond, 1).forBytesIn()).isEqualTo(shards);
    }

    @ParameterizedTest
    @CsvSource({"0,1,0", "2097152,1,1", "2097153,1,2", "2097152,2,2", "2097152,3,3", "5,0,0"})
    void forBytesOut_roundsUpAtTwoMebibytesOverAllConsumers(
            double bytesPerSecond, int consumerCount, long shards) {
        assertThat(KinesisShards.of(1, bytesPerSecond, consumerCount).forBytesOut())
                .isEqualTo(shards);
    }

    @Test
    void needed_isTheLargestOfTheThree() {
        assertThat(KinesisShards.of(2_500, 100, 1).needed()).isEqualTo(3);
        assertThat(KinesisShards.of(100, 50_000, 1).needed()).isEqualTo(5);
        assertThat(KinesisShards.of(100, 50_000, 4).needed()).isEqualTo(10);
    }

    @Test
    void needed_isAtLeastOne() {
        assertThat(KinesisShards.of(0, 0, 1).needed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void of_refusesWhatIsNoRate(double rate) {
        assertThatThrownBy(() -> KinesisShards.of(rate, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("recordsPerSecond must be >= 0, was " + rate);
    }
}
