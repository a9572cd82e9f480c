package io.heliometer.common.query;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.CsvRow;

/**
 * Q1: which readings are gateway retransmissions? Behind Q0; the first of equal (device, sequence)
 * is kept. A retransmission differs in received time only, which is why a survivor's row does not
 * hold it: the row is the same whichever copy an engine takes for the first.
 *
 * <p>Rows: {@code 1,device,sequence,eventTime,voltage,current,temperature,status} for a survivor,
 * {@code 2,site,hourStart,count} for the retransmissions of a site per hour of event time.
 */
public final class DeduplicateReadings {
    /** Tumbling window of the counts, over event time, ms. */
    public static final long WINDOW_MILLIS = 3_600_000;

    private static final int SURVIVOR_ROW = 1;
    private static final int COUNT_ROW = 2;

    private DeduplicateReadings() {}

    /**
     * Returns whether a key may be forgotten. An accepted copy is accepted by the lateness rule
     * itself, so none can follow once the watermark has reached the event time that all copies
     * share.
     */
    public static boolean isExpired(long eventTimeMillis, long watermarkMillis) {
        return eventTimeMillis <= watermarkMillis;
    }

    /** Returns the result row of a reading that is kept. */
    public static String survivorRow(PanelReading reading) {
        return new CsvRow()
                .add(SURVIVOR_ROW)
                .add(reading.device())
                .add(reading.sequence())
                .add(reading.eventTimeMillis())
                .addIf(reading.hasVoltage(), reading.voltageMilliVolts())
                .addIf(reading.hasCurrent(), reading.currentMilliAmperes())
                .addIf(reading.hasTemperature(), reading.temperatureCentiCelsius())
                .add(reading.status())
                .toString();
    }

    /** Returns the row that counts a site's retransmissions in one hour of event time. */
    public static String countRow(int site, long hourStartMillis, long count) {
        return new CsvRow()
                .add(COUNT_ROW)
                .add(site)
                .add(hourStartMillis)
                .add(count)
                .toString();
    }
}
