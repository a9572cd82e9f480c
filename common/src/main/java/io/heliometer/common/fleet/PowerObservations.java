package io.heliometer.common.fleet;

import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.query.PeerComparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When peer comparison (R1) and the string's energy (R3) can see a fault: the windows of 15 min in
 * which the fault alone, without noise, takes enough from what the panel would give without it,
 * while the sun shines and nothing else hides it.
 */
final class PowerObservations {
    static final String PEER_RATIO = "R1";
    static final String OPEN_STRING = "R3";

    private static final int WINDOW_TICKS =
            (int) (PeerComparison.WINDOW_MILLIS / Fleet.SAMPLING_PERIOD_MILLIS);
    private static final double LEAST_IRRADIANCE = 200;
    private static final double LAGGING = PeerComparison.LAGGING_PPM * 1e-6;
    private static final double OPEN = 0.02;
    /** A string that gives less than this of its rating tells nothing. */
    private static final double LEAST_POWER = 0.2;

    private final Fleet fleet;
    private final PanelSampler healthy;
    private final StuckSensors stuck;
    private final long startTick;
    private final long endTick;
    private final OperatingPoint peer = new OperatingPoint();
    private final Map<Fault, Observation> observations = new HashMap<>();

    PowerObservations(Fleet fleet, Horizon horizon) {
        this.fleet = fleet;
        healthy = fleet.healthy().newSampler();
        stuck = new StuckSensors(fleet);
        startTick = -Math.floorDiv(-horizon.startMillis(), Fleet.SAMPLING_PERIOD_MILLIS);
        endTick = Math.floorDiv(horizon.endMillis(), Fleet.SAMPLING_PERIOD_MILLIS);
        // Site by site and tick by tick, so that all faults of a site share its weather.
        Map<Integer, List<Fault>> bySite = fleet.faults().faults().stream()
                .filter(PowerObservations::isAtPanels)
                .collect(Collectors.groupingBy(Fault::site, TreeMap::new, Collectors.toList()));
        bySite.values().forEach(this::observe);
    }

    private static boolean isAtPanels(Fault fault) {
        return switch (fault.type()) {
            case SHADE_RECUR, BYPASS_SHORT, HOTSPOT, CONNECTOR_R, PID, OPEN_STRING, STUCK_SENSOR ->
                true;
            default -> false;
        };
    }

    /** Returns when rules can see a fault. */
    Observation of(Fault fault) {
        return observations.getOrDefault(fault, Observation.NONE);
    }

    private void observe(List<Fault> faults) {
        long first = -Math.floorDiv(-startTick, WINDOW_TICKS) * WINDOW_TICKS;
        double[] expected = new double[faults.size()];
        double[] actual = new double[faults.size()];
        for (long window = first; window + WINDOW_TICKS <= endTick; window += WINDOW_TICKS) {
            Arrays.fill(expected, 0);
            Arrays.fill(actual, 0);
            double irradiance = 0;
            for (long tick = window; tick < window + WINDOW_TICKS; tick++) {
                for (int i = 0; i < faults.size(); i++) {
                    pair(faults.get(i), tick, i, expected, actual);
                }
                irradiance += healthy.inverterState().site().irradiance(0, 0);
            }
            if (irradiance >= LEAST_IRRADIANCE * WINDOW_TICKS) {
                for (int i = 0; i < faults.size(); i++) {
                    judge(faults.get(i), window, expected[i], actual[i]);
                }
            }
        }
    }

    private void pair(Fault fault, long tick, int i, double[] expected, double[] actual) {
        int device = fault.endDevice() - 1;
        OperatingPoint point = healthy.point(device, tick);
        InverterState inverter = healthy.inverterState();
        int string = Layout.string(device)
                - fleet.layout().firstStringOfInverter(fleet.layout().inverter(device));
        peer.volts = point.volts;
        peer.amperes = point.amperes;
        if (fault.isActive(tick) && inverter.isAwake(string)) {
            if (fault.type() == FaultType.STUCK_SENSOR) {
                freeze(fault, point);
            } else {
                FaultEffect.apply(fault, device, inverter, string, point);
            }
            if (fault.type() == FaultType.PID) {
                // All panels of the string lose; the rule compares the last with the middle one.
                int middle = (fault.firstDevice() + device) / 2;
                FaultEffect.apply(fault, middle, inverter, string, peer);
            }
        }
        expected[i] += peer.watts();
        actual[i] += point.watts();
    }

    private void freeze(Fault fault, OperatingPoint point) {
        double value = stuck.value(fault) / 1e3;
        switch (fault.severity().detail()) {
            case StuckSensors.VOLTAGE -> point.volts = value;
            case StuckSensors.CURRENT -> point.amperes = value;
            default -> {
                // Temperature costs no power.
            }
        }
    }

    private void judge(Fault fault, long window, double expected, double actual) {
        double least = LEAST_POWER * ModuleType.DEFAULT.ratedWatts() * WINDOW_TICKS;
        boolean open = fault.type() == FaultType.OPEN_STRING;
        double threshold = open ? OPEN : LAGGING;
        if (expected < least || actual > threshold * expected || isHidden(fault, window)) {
            return;
        }
        long period = Fleet.SAMPLING_PERIOD_MILLIS;
        long from = Math.max(window, fault.onsetTick()) * period;
        long to = Math.min(window + WINDOW_TICKS, fault.endTick()) * period;
        Observation known = of(fault);
        observations.put(fault, known.and(from, to, open ? OPEN_STRING : PEER_RATIO));
    }

    /** Whether too few samples come, or the whole string or inverter is down anyway. */
    private boolean isHidden(Fault fault, long window) {
        int device = fault.endDevice() - 1;
        int inverter = fleet.layout().inverter(device);
        int delivered = 0;
        for (long tick = window; tick < window + WINDOW_TICKS; tick++) {
            delivered += fleet.delivery(device, tick).kind() == Delivery.Kind.NORMAL ? 1 : 0;
            if (fleet.faults().outage(inverter, tick) != null || isOpen(fault, device, tick)) {
                return true;
            }
        }
        return delivered < PeerComparison.MIN_SAMPLES;
    }

    private boolean isOpen(Fault fault, int device, long tick) {
        for (Fault other : fleet.faults().ofString(Layout.string(device))) {
            if (other.type() == FaultType.OPEN_STRING
                    && !other.equals(fault)
                    && other.isActive(tick)) {
                return true;
            }
        }
        return false;
    }
}
