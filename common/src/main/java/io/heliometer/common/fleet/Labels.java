package io.heliometer.common.fleet;

import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes down what happens in a horizon, and which rule can see it when. */
final class Labels {
    private static final long PERIOD = Fleet.SAMPLING_PERIOD_MILLIS;
    private static final double PPM = 1e6;
    /** Loss of a resistance at full sun, ppm per ohm. */
    private static final double RESISTANCE_PPM_PER_OHM = 378_000;

    private static final Comparator<Fault> IN_ORDER = Comparator.comparingLong(Fault::onsetTick)
            .thenComparing(Fault::type)
            .thenComparing(Fault::scope)
            .thenComparingInt(Fault::scopeId)
            .thenComparingLong(Fault::endTick);

    private final PowerObservations power;
    private final SilenceObservations silence;
    private final List<Fault> events = new ArrayList<>();

    Labels(Fleet fleet, Horizon horizon) {
        power = new PowerObservations(fleet, horizon);
        silence = new SilenceObservations(fleet, horizon);
        long startTick = Math.floorDiv(horizon.startMillis(), PERIOD);
        long endTick = -Math.floorDiv(-horizon.endMillis(), PERIOD);
        events.addAll(fleet.faults().faults());
        events.addAll(new HardNegatives(fleet, startTick, endTick).find());
        events.sort(IN_ORDER);
    }

    /** Returns the labels, ids from 0 by onset. */
    List<FaultLabel> list() {
        return IntStream.range(0, events.size()).mapToObj(this::label).toList();
    }

    private FaultLabel label(int id) {
        Fault event = events.get(id);
        Observation seen = event.type() == FaultType.COMM_GAP ? silence.of(event) : power.of(event);
        return new FaultLabel(
                id,
                event.type(),
                event.scope(),
                event.scopeId(),
                event.site(),
                IntStream.range(event.firstDevice(), event.endDevice()).boxed().toList(),
                event.onsetTick() * PERIOD,
                event.endTick() == Fault.OPEN ? FaultLabel.OPEN : event.endTick() * PERIOD,
                severityPpm(event),
                parameters(event),
                seen.fromMillis(),
                seen.toMillis(),
                seen.rules());
    }

    private static long severityPpm(Fault event) {
        double amount = event.severity().amount();
        return switch (event.type()) {
            case SHADE_RECUR, BYPASS_SHORT ->
                (long) (PPM * event.substrings() / FaultEffect.SUBSTRINGS);
            case HOTSPOT, PID, SNOW -> (long) (PPM * amount);
            case CONNECTOR_R -> (long) (RESISTANCE_PPM_PER_OHM * amount);
            case OPEN_STRING, INV_TRIP_TRANSIENT, INV_OUTAGE, GROUND_FAULT -> (long) PPM;
            case CURTAIL -> (long) PPM - event.severity().detail();
            default -> 0;
        };
    }

    private static Map<String, Long> parameters(Fault event) {
        Fault.Severity severity = event.severity();
        long detail = severity.detail();
        long rampMillis = event.rampTicks() * PERIOD;
        return switch (event.type()) {
            case SHADE_RECUR ->
                Map.of(
                        "substrings", detail,
                        "azimuthFromMilliDegrees", (long) (1000 * severity.amount()),
                        "azimuthWidthMilliDegrees", (long) (1000 * severity.extent()));
            case BYPASS_SHORT -> Map.of("substrings", detail);
            case HOTSPOT ->
                Map.of("rampMillis", rampMillis, "warmingCentiKelvin", (long)
                        (100 * severity.extent()));
            case CONNECTOR_R ->
                Map.of("rampMillis", rampMillis, "milliOhms", (long) (1000 * severity.amount()));
            case PID -> Map.of("rampMillis", rampMillis);
            case COMM_GAP -> Map.of("backfilled", detail);
            case STUCK_SENSOR -> Map.of("channel", detail);
            case POA_DRIFT -> Map.of("lossPerDayPpm", (long) (PPM * severity.amount()));
            case CURTAIL -> Map.of("limitPpm", detail);
            default -> Map.of();
        };
    }
}
