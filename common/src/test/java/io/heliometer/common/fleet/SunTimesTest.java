package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SunTimesTest {
    private static final Place ALBUQUERQUE = new Place(35.054, -106.539);
    private static final long DAY = LocalDate.of(2015, 11, 11).toEpochDay();
    private static final long MINUTE_MILLIS = 60_000;

    /**
     * By hand: declination -17.4 degrees, so an hour angle of 78.4 degrees around a noon of 11:50
     * Mountain Standard Time (equation of time 16.0 min): 6:37 and 17:04.
     */
    @Test
    void sunriseAndSunset_areThoseOfTheHourAngle() {
        SunDay day = SunTimes.of(ALBUQUERQUE, 3, DAY);

        assertThat(day.site()).isEqualTo(3);
        assertThat(day.sunriseMillis()).isCloseTo(mountainTime(6, 37), within(2 * MINUTE_MILLIS));
        assertThat(day.sunsetMillis()).isCloseTo(mountainTime(17, 4), within(2 * MINUTE_MILLIS));
    }

    private static long mountainTime(int hour, int minute) {
        return LocalDate.of(2015, 11, 11)
                .atTime(hour, minute)
                .toInstant(ZoneOffset.ofHours(-7))
                .toEpochMilli();
    }

    @Test
    void sun_isUpBetweenTheTimesAndDownOutside() {
        SunDay day = SunTimes.of(ALBUQUERQUE, 0, DAY);

        assertThat(elevation(day.sunriseMillis())).isGreaterThan(-0.833);
        assertThat(elevation(day.sunriseMillis() - 1000)).isLessThanOrEqualTo(-0.833);
        assertThat(elevation(day.sunsetMillis())).isGreaterThan(-0.833);
        assertThat(elevation(day.sunsetMillis() + 1000)).isLessThanOrEqualTo(-0.833);
    }

    private static double elevation(long millis) {
        return SolarPosition.at(
                        millis / 1000.0,
                        ALBUQUERQUE.latitudeDegrees(),
                        ALBUQUERQUE.longitudeDegrees())
                .elevationDegrees();
    }

    @Test
    void table_holdsEveryLocalDayThatTheHorizonTouches() {
        long midnight = mountainTime(0, 0);
        SunTable table =
                SunTimes.table(Map.of(0, ALBUQUERQUE), new Horizon(midnight - 1, midnight + 1));

        assertThat(table.days()).extracting(SunDay::day).containsExactly(DAY - 1, DAY);
        assertThat(table.dayOf(0, midnight - 1)).isEqualTo(DAY - 1);
        assertThat(table.dayOf(0, midnight)).isEqualTo(DAY);
    }

    @Test
    void place_withoutSunriseOnSomeDays_isRefused() {
        assertThatThrownBy(() -> new Place(70, 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("latitudeDegrees must be within -65..65, was 70.0");
    }
}
