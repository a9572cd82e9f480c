package io.heliometer.common.query;

import io.heliometer.common.math.Ratio;
import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.wire.CsvRow;

import org.jspecify.annotations.Nullable;

/**
 * Q2: what module was this, at that time? Behind Q0; a reading joins the version of its panel with
 * the greatest validFrom at or before its event time.
 *
 * <p>Rows. Results:
 * {@code device,sequence,eventTime,string,inverter,site,version,powerMilliWatts,yieldPpm}, power
 * and yield empty where voltage or current is absent. Rejects: {@code device,sequence,9} where no
 * version held.
 */
public final class EnrichReadings {
    private EnrichReadings() {}

    /**
     * Returns whichever of two versions of one panel holds at a time: the later validFrom, then the
     * higher version; null if neither does. Law: folding it over all versions, in any order, gives
     * the version of the specification.
     */
    public static @Nullable Panel later(
            @Nullable Panel one, @Nullable Panel other, long eventTimeMillis) {
        if (one == null || one.validFromMillis() > eventTimeMillis) {
            return other == null || other.validFromMillis() > eventTimeMillis ? null : other;
        }
        if (other == null || other.validFromMillis() > eventTimeMillis) {
            return one;
        }
        if (one.validFromMillis() != other.validFromMillis()) {
            return one.validFromMillis() > other.validFromMillis() ? one : other;
        }
        return one.version() >= other.version() ? one : other;
    }

    /**
     * Returns the version that holds at a time, or null if none does.
     *
     * @param registered the version in the registry, or null
     * @param announced versions that came later, in any order
     */
    public static @Nullable Panel asOf(
            @Nullable Panel registered, Iterable<Panel> announced, long eventTimeMillis) {
        Panel best = later(registered, null, eventTimeMillis);
        for (Panel version : announced) {
            best = later(best, version, eventTimeMillis);
        }
        return best;
    }

    /** Returns the result row of an enriched reading. */
    public static String row(EnrichedReading enriched) {
        PanelReading reading = enriched.reading();
        Panel panel = enriched.panel();
        boolean powered = reading.hasVoltage() && reading.hasCurrent();
        long power = powered ? StringRollup.powerMilliWatts(reading) : 0;
        return new CsvRow()
                .add(reading.device())
                .add(reading.sequence())
                .add(reading.eventTimeMillis())
                .add(panel.string())
                .add(panel.inverter())
                .add(panel.site())
                .add(panel.version())
                .addIf(powered, power)
                .addIf(powered, powered ? Ratio.ppm(power, panel.pdc0MilliWatts()) : 0)
                .toString();
    }

    /** Returns the reject row of a reading for which no version held. */
    public static String unregisteredRow(PanelReading reading) {
        return new CsvRow()
                .add(reading.device())
                .add(reading.sequence())
                .add(RejectReason.UNREGISTERED.code())
                .toString();
    }
}
