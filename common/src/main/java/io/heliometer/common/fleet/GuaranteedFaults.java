package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;
import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every larger run holds, whatever the draws: two panels with two substrings shorted since the
 * day before, and one panel that falls silent and comes back. They stand at the sites that are
 * brightest in the run, where nothing else touches them.
 */
final class GuaranteedFaults {
    private static final int SHORTED_PANELS = 2;
    private static final int CANDIDATES = 64;
    private static final int SUBSTRINGS = 2;
    private static final int LONGEST_GAP_TICKS = 10;
    private static final int SHORTEST_GAP_TICKS = 5;
    private static final int STEP_TICKS = 3;
    private static final int WINDOW_TICKS = 15;

    private final Fleet weather;
    private final Layout layout;
    private final List<Fault> known;
    private final long seed;
    private final long startTick;
    private final long endTick;

    GuaranteedFaults(Fleet weather, List<Fault> known, Horizon horizon) {
        this.weather = weather;
        this.layout = weather.layout();
        this.known = known;
        this.seed = weather.spec().seed();
        startTick = horizon.startMillis() / Fleet.SAMPLING_PERIOD_MILLIS;
        endTick = horizon.endMillis() / Fleet.SAMPLING_PERIOD_MILLIS;
    }

    /** Returns them, at panels of different sites where there are enough. */
    List<Fault> faults() {
        List<Integer> places = brightestFirst();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < SHORTED_PANELS; i++) {
            long onset = startTick - FaultRate.TICKS_PER_DAY;
            faults.add(fault(
                    FaultType.BYPASS_SHORT,
                    places.get(i % places.size()),
                    onset,
                    Fault.OPEN,
                    SUBSTRINGS));
        }
        long third = (endTick - startTick) / 3;
        long length = Math.max(Math.min(third, LONGEST_GAP_TICKS), SHORTEST_GAP_TICKS);
        long onset = startTick + third;
        int silent = places.get(SHORTED_PANELS % places.size());
        faults.add(fault(FaultType.COMM_GAP, silent, onset, onset + length, 0));
        return faults;
    }

    private Fault fault(FaultType type, int device, long onset, long end, int detail) {
        return new Fault(
                type,
                FaultScope.PANEL,
                device,
                layout.site(device),
                device,
                device + 1,
                onset,
                end,
                0,
                new Fault.Severity(0, 0, detail));
    }

    /** One panel of each candidate site, at the brightest sites first. */
    private List<Integer> brightestFirst() {
        int sites = layout.sites();
        Map<Integer, Double> brightness = new HashMap<>();
        for (int i = 0; i < Math.min(sites, CANDIDATES); i++) {
            int start = CounterRandom.below(bits(0), sites);
            int device = quietPanel((start + i) % sites);
            brightness.put(device, isDisturbed(device) ? 0 : brightness(device));
        }
        List<Integer> places = new ArrayList<>(brightness.keySet());
        places.sort(Comparator.comparing((Integer device) -> -brightness.getOrDefault(device, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        return places;
    }

    /** The mean irradiance of the brightest whole 15 minutes of the horizon; W/m2. */
    private double brightness(int device) {
        int string = Layout.string(device);
        long first = -Math.floorDiv(-startTick, WINDOW_TICKS) * WINDOW_TICKS;
        double brightest = 0;
        for (long window = first; window + WINDOW_TICKS <= endTick; window += WINDOW_TICKS) {
            double sum = 0;
            for (int tick = 0; tick < WINDOW_TICKS; tick += STEP_TICKS) {
                sum += irradiance(string, window + tick);
            }
            brightest = Math.max(brightest, sum * STEP_TICKS / WINDOW_TICKS);
        }
        return brightest;
    }

    private double irradiance(int string, long tick) {
        return weather.state(layout.siteOfString(string), tick)
                .irradiance(layout.eastMetres(string), layout.northMetres(string));
    }

    /** Returns the first panel, from a drawn one on, of a full string that nothing else touches. */
    private int quietPanel(int site) {
        int first = layout.firstDeviceOfSite(site);
        int count = layout.endDeviceOfSite(site) - first;
        int start = CounterRandom.below(bits(site + 1L), count);
        for (int i = 0; i < count; i += Layout.PANELS_PER_STRING) {
            int device = first + (start + i) % count;
            if (!isDisturbed(device)) {
                return device;
            }
        }
        return first + start;
    }

    private boolean isDisturbed(int device) {
        int string = Layout.string(device);
        int panels = layout.endDeviceOfString(string) - string * Layout.PANELS_PER_STRING;
        return panels < Layout.PANELS_PER_STRING
                || known.stream()
                        .anyMatch(fault ->
                                fault.touches(device) && fault.type() != FaultType.POA_DRIFT);
    }

    private long bits(long draw) {
        return CounterRandom.bits(seed, draw, 0, Channel.GUARANTEED_FAULT);
    }
}
