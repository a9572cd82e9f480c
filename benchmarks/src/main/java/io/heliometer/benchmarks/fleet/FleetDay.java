package io.heliometer.benchmarks.fleet;

import io.heliometer.common.fleet.Fleet;
import io.heliometer.common.fleet.FleetSpec;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import io.heliometer.results.chart.DayChart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;

/** One day of the first sites of a fleet, ready to be drawn. */
public final class FleetDay {
    private static final long PERIOD = Fleet.SAMPLING_PERIOD_MILLIS;
    private static final int TICKS_PER_HOUR = (int) (3_600_000 / PERIOD);
    private static final int HOURS = 24;
    private static final double MILLI = 1e-3;
    private static final double MILLIWATTS_PER_KILOWATT = 1e6;

    private final Fleet fleet;
    private final LocalDate day;
    private final int sites;
    private final long firstTick;
    private final List<FaultLabel> labels;

    /**
     * Builds the fleet and its faults of the day.
     *
     * @param day in UTC
     * @param sites how many to show, from the first
     */
    public FleetDay(FleetSpec spec, LocalDate day, int sites) {
        long startMillis = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        this.day = day;
        this.sites = sites;
        this.fleet = Fleet.of(spec, new Horizon(startMillis, startMillis + HOURS * 3_600_000L));
        if (sites < 1 || sites > fleet.sites()) {
            throw new IllegalArgumentException("sites must be within 1.." + fleet.sites() + " for "
                    + spec.devices() + " devices, was " + sites);
        }
        this.firstTick = startMillis / PERIOD;
        this.labels = fleet.labels();
    }

    /** Returns the labels of the sites that are shown. */
    public List<FaultLabel> labels() {
        return labels.stream().filter(label -> label.site() < sites).toList();
    }

    /** Returns the picture. */
    public DayChart chart() {
        int fromHour = HOURS;
        int toHour = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            for (int site = 0; site < sites; site++) {
                if (fleet.clearIrradiance(site, firstTick + hour * (long) TICKS_PER_HOUR) > 0) {
                    fromHour = Math.min(fromHour, Math.max(hour - 1, 0));
                    toHour = Math.max(toHour, Math.min(hour + 2, HOURS));
                }
            }
        }
        List<DayChart.Site> plots = new ArrayList<>();
        for (int site = 0; site < sites; site++) {
            plots.add(plot(site, fromHour, toHour));
        }
        return new DayChart(
                "fleet",
                "A simulated day: " + day + " (UTC)",
                String.format(
                        Locale.ROOT,
                        "Irradiance and power of %d sites from %02d:00 to %02d:00, the cloudless sky and"
                                + " the healthy fleet beside them, faults and what looks like them below.",
                        sites,
                        fromHour,
                        toHour),
                fromHour,
                toHour,
                plots);
    }

    private DayChart.Site plot(int site, int fromHour, int toHour) {
        long from = firstTick + (long) fromHour * TICKS_PER_HOUR;
        long to = firstTick + (long) toHour * TICKS_PER_HOUR;
        return new DayChart.Site(
                "Site " + site,
                series(
                        from,
                        to,
                        tick -> MILLI
                                * fleet.conditions(site, tick)
                                        .irradianceMilliWattsPerSquareMetre()),
                series(from, to, tick -> MILLI * fleet.clearIrradiance(site, tick)),
                series(from, to, tick -> kilowatts(fleet, site, tick)),
                series(from, to, tick -> kilowatts(fleet.healthy(), site, tick)),
                lanes(site));
    }

    private static List<Double> series(long from, long to, LongToDoubleFunction value) {
        return LongStream.rangeClosed(from, to).mapToDouble(value).boxed().toList();
    }

    private static double kilowatts(Fleet fleet, int site, long tick) {
        return fleet.invertersOf(site)
                .mapToDouble(inverter -> fleet.inverter(inverter, tick).acPowerMilliWatts()
                        / MILLIWATTS_PER_KILOWATT)
                .sum();
    }

    /** One lane per type: the plants' first, what is no fault last. */
    private List<DayChart.Lane> lanes(int site) {
        List<DayChart.Lane> lanes = new ArrayList<>();
        for (FaultType type : FaultType.values()) {
            List<FaultLabel> events = labels.stream()
                    .filter(label -> label.site() == site && label.type() == type)
                    .sorted(Comparator.comparingLong(FaultLabel::onsetMillis))
                    .toList();
            if (!events.isEmpty()) {
                lanes.add(new DayChart.Lane(
                        type + " × " + events.size(), type.isFault(), bands(events)));
            }
        }
        return lanes;
    }

    private List<DayChart.Band> bands(List<FaultLabel> events) {
        List<DayChart.Band> bands = new ArrayList<>();
        for (FaultLabel event : events) {
            bands.add(band(event.onsetMillis(), event.endMillis(), false));
            if (event.detectable()) {
                bands.add(band(event.observableFromMillis(), event.observableToMillis(), true));
            }
        }
        return bands.stream().distinct().toList();
    }

    private DayChart.Band band(long fromMillis, long toMillis, boolean observable) {
        return new DayChart.Band(minute(fromMillis), minute(toMillis), observable);
    }

    private double minute(long millis) {
        long minutes = Math.floorDiv(millis, PERIOD) - firstTick;
        return Math.min(Math.max(minutes, 0), HOURS * TICKS_PER_HOUR);
    }
}
