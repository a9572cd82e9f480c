package io.heliometer.common.fleet;

import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;

import java.util.ArrayList;
import java.util.List;

/**
 * What looks like a fault and is none, within a span of ticks: the grid's limits, the inverter's
 * own, broken clouds, snow, and panels that get clean.
 */
final class HardNegatives {
    private static final int TICKS_PER_DAY = FaultRate.TICKS_PER_DAY;
    private static final int TICKS_PER_HOUR = 60;
    /** A clean panel differs from yesterday's; a label of a day. */
    private static final long CLEANING_TICKS = TICKS_PER_DAY;

    /** Under broken clouds an inverter clips by minutes: pauses up to this are one event. */
    private static final long CLIP_PAUSE_TICKS = 15;

    private static final int PPM = 1_000_000;

    private final Fleet fleet;
    private final long startTick;
    private final long endTick;
    private final List<Fault> found = new ArrayList<>();

    HardNegatives(Fleet fleet, long startTick, long endTick) {
        this.fleet = fleet;
        this.startTick = startTick;
        this.endTick = endTick;
    }

    /** Returns them; the amount is the loss of power as a share, the detail a limit, ppm. */
    List<Fault> find() {
        for (int site = 0; site < fleet.layout().sites(); site++) {
            SiteWeather weather = fleet.weather(site);
            long last = Math.floorDiv(endTick - 1, TICKS_PER_DAY);
            // Panels that were cleaned the day before are still clean.
            for (long day = Math.floorDiv(startTick, TICKS_PER_DAY) - 1; day <= last; day++) {
                ofDay(site, weather, day);
            }
            clouds(site, weather.sky());
            for (int inverter = fleet.layout().firstInverterOfSite(site);
                    inverter < fleet.layout().endInverterOfSite(site);
                    inverter++) {
                clipping(inverter);
            }
        }
        return found;
    }

    private void ofDay(int site, SiteWeather weather, long day) {
        GridLimit.Order order = weather.gridLimit().on(day);
        add(
                FaultType.CURTAIL,
                site,
                order.startTick(),
                order.endTick(),
                new Fault.Severity(0, 0, order.limitPpm()));
        cleaning(FaultType.RAIN, site, weather.soiling().rainTick(day));
        cleaning(FaultType.WASH, site, weather.soiling().washTick(day));
        if (weather.snow().fellOn(day)) {
            Fault.Severity severity = new Fault.Severity(1, 0, 0);
            long end = weather.snow().clearTick(day);
            add(FaultType.SNOW, site, day * TICKS_PER_DAY, end, severity);
        }
    }

    private void cleaning(FaultType type, int site, long tick) {
        if (tick != Soiling.NEVER) {
            add(type, site, tick, tick + CLEANING_TICKS, new Fault.Severity(0, 0, 0));
        }
    }

    /** Hours of broken clouds: a cloud often covers part of the site. */
    private void clouds(int site, SkyChain sky) {
        long hour = Math.floorDiv(startTick, TICKS_PER_HOUR);
        long endHour = -Math.floorDiv(-endTick, TICKS_PER_HOUR);
        while (hour < endHour) {
            long from = hour;
            while (hour < endHour && sky.sky(hour) == Sky.BROKEN) {
                hour++;
            }
            Fault.Severity severity = new Fault.Severity(0, 0, 0);
            add(FaultType.CLOUD, site, from * TICKS_PER_HOUR, hour * TICKS_PER_HOUR, severity);
            hour++;
        }
    }

    private void clipping(int inverter) {
        int site = fleet.layout().siteOfInverter(inverter);
        long from = endTick;
        long to = endTick;
        for (long tick = startTick; tick < endTick; tick++) {
            if (new InverterState(fleet, inverter, fleet.state(site, tick)).isClipped()) {
                if (tick - to > CLIP_PAUSE_TICKS) {
                    add(FaultType.CLIP, inverter, from, to, new Fault.Severity(0, 0, PPM));
                    from = tick;
                }
                from = Math.min(from, tick);
                to = tick + 1;
            }
        }
        add(FaultType.CLIP, inverter, from, to, new Fault.Severity(0, 0, PPM));
    }

    private void add(FaultType type, int unit, long from, long to, Fault.Severity severity) {
        if (from >= to || from >= endTick || to <= startTick) {
            return;
        }
        FaultScope scope = type == FaultType.CLIP ? FaultScope.INVERTER : FaultScope.SITE;
        int first = FaultDraw.firstDevice(scope, unit, fleet.layout());
        found.add(new Fault(
                type,
                scope,
                unit,
                fleet.layout().site(first),
                first,
                FaultDraw.endDevice(scope, unit, fleet.layout()),
                from,
                to,
                0,
                severity));
    }
}
