package io.heliometer.common.query;

import io.heliometer.common.math.Ratio;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.CsvRow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Q5: which panel lags its string? Energy per panel and 15 min, then the lower median over the
 * panels of a string: a holistic aggregate, which needs all of its inputs at once.
 *
 * <p>Rows: {@code string,windowStart,device,energy,median,mad,ratioPpm}, energies in mJ, by device
 * ascending, for panels at or below {@link #LAGGING_PPM} of a median that is worth comparing with.
 */
public final class PeerComparison {
    /** Tumbling window of event time, ms. */
    public static final long WINDOW_MILLIS = 900_000;

    /** Fewest samples with power that make a panel's energy valid. */
    public static final long MIN_SAMPLES = 12;

    /** Fewest valid panels that make a string's median. */
    public static final int MIN_PANELS = 5;

    /** A panel at or below this share of the median lags, ppm. */
    public static final long LAGGING_PPM = 850_000;

    /** 0.2 of the rated energy of 900 s, as a factor of the rated power: mJ per mW. */
    private static final long LEAST_MEDIAN_SECONDS = 180;

    private PeerComparison() {}

    /**
     * One panel in one window. Laws: {@link #merge} is associative and commutative with
     * {@link #EMPTY} as identity.
     *
     * @param energyMilliJoules sum of power times sampling period, mJ
     * @param count readings with power
     * @param lastEventTimeMillis greatest event time of those, ms UTC
     * @param lastSequence greatest sequence at that event time
     * @param pdc0MilliWatts rated power of the panel at that reading
     */
    public record PanelTotals(
            long energyMilliJoules,
            long count,
            long lastEventTimeMillis,
            long lastSequence,
            long pdc0MilliWatts) {
        /** No readings. */
        public static final PanelTotals EMPTY =
                new PanelTotals(0, 0, Long.MIN_VALUE, Long.MIN_VALUE, 0);

        /**
         * Returns these totals with one more reading; one without power changes nothing.
         *
         * @param ratedMilliWatts pdc0 of the version of the panel that the reading belongs to
         * @param samplingPeriodSeconds tau, s
         */
        public PanelTotals plus(
                PanelReading reading, long ratedMilliWatts, long samplingPeriodSeconds) {
            if (!reading.hasVoltage() || !reading.hasCurrent()) {
                return this;
            }
            long energy = Math.multiplyExact(
                    StringRollup.powerMilliWatts(reading), samplingPeriodSeconds);
            return merge(new PanelTotals(
                    energy, 1, reading.eventTimeMillis(), reading.sequence(), ratedMilliWatts));
        }

        /** Returns the totals of both sets of readings together. */
        public PanelTotals merge(PanelTotals other) {
            PanelTotals last = other.isAfter(this) ? other : this;
            return new PanelTotals(
                    Math.addExact(energyMilliJoules, other.energyMilliJoules),
                    count + other.count,
                    last.lastEventTimeMillis,
                    last.lastSequence,
                    last.pdc0MilliWatts);
        }

        /** Ratings never differ in a tie; they stand here so that the laws hold without that. */
        private boolean isAfter(PanelTotals other) {
            if (lastEventTimeMillis != other.lastEventTimeMillis) {
                return lastEventTimeMillis > other.lastEventTimeMillis;
            }
            return lastSequence == other.lastSequence
                    ? pdc0MilliWatts > other.pdc0MilliWatts
                    : lastSequence > other.lastSequence;
        }

        /** Returns whether there are enough readings to compare this panel. */
        public boolean isValid() {
            return count >= MIN_SAMPLES;
        }
    }

    /**
     * Returns the rows of one string and window, by device ascending; empty if no panel lags.
     *
     * @param totalsByDevice every panel of the string that has readings in the window
     */
    public static List<String> rows(
            int string, long windowStartMillis, Map<Integer, PanelTotals> totalsByDevice) {
        TreeMap<Integer, PanelTotals> valid = new TreeMap<>();
        totalsByDevice.forEach((device, totals) -> {
            if (totals.isValid()) {
                valid.put(device, totals);
            }
        });
        if (valid.size() < MIN_PANELS) {
            return List.of();
        }
        long[] energies = valid.values().stream()
                .mapToLong(PanelTotals::energyMilliJoules)
                .toArray();
        long median = lowerMedian(energies);
        long deviation = deviation(energies, median);
        List<String> rows = new ArrayList<>();
        valid.forEach((device, totals) -> {
            long least = Math.multiplyExact(LEAST_MEDIAN_SECONDS, totals.pdc0MilliWatts());
            if (median < least) {
                return;
            }
            long ratioPpm = Ratio.ppm(totals.energyMilliJoules(), median);
            if (ratioPpm <= LAGGING_PPM) {
                rows.add(new CsvRow()
                        .add(string)
                        .add(windowStartMillis)
                        .add(device)
                        .add(totals.energyMilliJoules())
                        .add(median)
                        .add(deviation)
                        .add(ratioPpm)
                        .toString());
            }
        });
        return rows;
    }

    /** Returns the lower median: element (n-1)/2 of the ascending order of at least one value. */
    public static long lowerMedian(long[] values) {
        long[] ascending = values.clone();
        Arrays.sort(ascending);
        return ascending[(ascending.length - 1) / 2];
    }

    /** Returns the median absolute deviation. */
    private static long deviation(long[] values, long median) {
        return lowerMedian(Arrays.stream(values)
                .map(value -> Math.abs(Math.subtractExact(value, median)))
                .toArray());
    }
}
