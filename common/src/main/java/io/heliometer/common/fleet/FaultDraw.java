package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;
import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws the faults that touch a horizon, those included that began before it. All draws come from a
 * seed stream of their own, so the weather stays as it is.
 */
final class FaultDraw {
    /** With at least this many panels a run has the faults of {@link GuaranteedFaults}. */
    static final int GUARANTEED_DEVICES = 1_000;

    /** Highest chance of a fault per slot: two in one slot would be lost. */
    private static final double MOST_PER_SLOT = 0.1;

    private static final int DRAWS = 8;
    /** About sunrise, when isolation is at its lowest, UTC. */
    private static final int DAWN_TICK = 5 * 60;

    private final long seed;
    private final int percent;
    private final Layout layout;
    private final long startTick;
    private final long endTick;
    private final List<Fault> faults = new ArrayList<>();

    FaultDraw(FleetSpec spec, Layout layout, Horizon horizon) {
        this.seed = CounterRandom.bits(spec.seed(), 0, 0, Channel.FAULT_SEED);
        this.percent = spec.faultPercent();
        this.layout = layout;
        this.startTick = Math.floorDiv(horizon.startMillis(), Fleet.SAMPLING_PERIOD_MILLIS);
        this.endTick = -Math.floorDiv(-horizon.endMillis(), Fleet.SAMPLING_PERIOD_MILLIS);
    }

    /** Returns the faults, by type and unit. */
    List<Fault> draw() {
        for (FaultRate rate : FaultRate.values()) {
            draw(rate);
        }
        return faults;
    }

    /** Cuts time into slots so short that one hardly holds two faults, and asks each. */
    private void draw(FaultRate rate) {
        long firstTick = startTick - (long) (rate.lookbackDays() * FaultRate.TICKS_PER_DAY);
        double days = (double) (endTick - firstTick) / FaultRate.TICKS_PER_DAY;
        double expected = rate.perDay() * percent / 100 * days;
        int slots = (int) Math.ceil(expected / MOST_PER_SLOT);
        double slotTicks = (double) (endTick - firstTick) / slots;
        int units = rate.units(layout);
        for (int slot = 0; slot < slots; slot++) {
            double chance = expected / slots;
            for (int unit = 0; unit < units; unit++) {
                if (unit(rate, unit, (long) slot * DRAWS) < chance) {
                    long first = firstTick + (long) (slot * slotTicks);
                    add(rate, unit, (long) slot * DRAWS, first, slotTicks);
                }
            }
        }
    }

    private void add(FaultRate rate, int unit, long draw, long firstTick, double slotTicks) {
        long onset = firstTick + (long) (unit(rate, unit, draw + 1) * slotTicks);
        if (rate == FaultRate.GROUND_FAULT) {
            onset = Math.floorDiv(onset, FaultRate.TICKS_PER_DAY) * FaultRate.TICKS_PER_DAY
                    + DAWN_TICK;
        }
        long duration = rate.durationTicks(normal(rate, unit, draw));
        long end = duration == Fault.OPEN ? Fault.OPEN : onset + duration;
        if (end <= startTick || onset >= endTick) {
            return;
        }
        faults.add(fault(rate, unit, draw, onset, end));
    }

    private Fault fault(FaultRate rate, int unit, long draw, long onset, long end) {
        Fault.Severity severity = rate.severity(
                unit(rate, unit, draw + 4), unit(rate, unit, draw + 5), unit(rate, unit, draw + 6));
        boolean outlasts = rate.type() == FaultType.COMM_GAP && end > endTick;
        return new Fault(
                rate.type(),
                rate.scope(),
                unit,
                layout.site(firstDevice(rate.scope(), unit, layout)),
                firstDevice(rate.scope(), unit, layout),
                endDevice(rate.scope(), unit, layout),
                onset,
                end,
                rate.rampTicks(unit(rate, unit, draw + 7)),
                // A link that is still down when the run ends delivers nothing any more.
                outlasts ? new Fault.Severity(0, 0, 0) : severity);
    }

    static int firstDevice(FaultScope scope, int unit, Layout layout) {
        return switch (scope) {
            case PANEL, SENSOR -> unit;
            case STRING -> unit * Layout.PANELS_PER_STRING;
            case INVERTER -> layout.firstStringOfInverter(unit) * Layout.PANELS_PER_STRING;
            case GATEWAY, SITE -> layout.firstDeviceOfSite(unit);
        };
    }

    static int endDevice(FaultScope scope, int unit, Layout layout) {
        return switch (scope) {
            case PANEL, SENSOR -> unit + 1;
            case STRING -> layout.endDeviceOfString(unit);
            case INVERTER -> layout.endDeviceOfString(layout.endStringOfInverter(unit) - 1);
            case GATEWAY, SITE -> layout.endDeviceOfSite(unit);
        };
    }

    private double unit(FaultRate rate, int unit, long draw) {
        return CounterRandom.unit(CounterRandom.bits(seed, unit, draw, rate.channel()));
    }

    /** Returns a standard normal number (Box and Muller). */
    private double normal(FaultRate rate, int unit, long draw) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(rate, unit, draw + 2)));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit(rate, unit, draw + 3));
    }
}
