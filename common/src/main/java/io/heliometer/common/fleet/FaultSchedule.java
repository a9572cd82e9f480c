package io.heliometer.common.fleet;

import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a fleet and horizon, by what has to ask for them: a healthy string costs one look
 * into an array. Its size grows with devices and faults, never with ticks. Immutable.
 */
final class FaultSchedule {
    private static final Fault[] NONE = {};

    private final List<Fault> faults;
    private final Layout layout;
    private final Fault[][] byString;
    private final Fault[][] byInverter;
    private final Fault[][] panelGapsByString;
    private final Fault[][] gapsByInverter;
    private final Fault[][] gapsBySite;
    private final Fault[][] driftsBySite;

    /** Indexes the faults, in the order given. */
    FaultSchedule(List<Fault> faults, Layout layout) {
        this.faults = List.copyOf(faults);
        this.layout = layout;
        byString = index(
                faults.stream().filter(FaultSchedule::isAtPanels).toList(),
                layout.strings(),
                fault -> Layout.string(fault.firstDevice()));
        byInverter = index(
                faults.stream().filter(FaultSchedule::isOutage).toList(),
                layout.inverters(),
                Fault::scopeId);
        panelGapsByString = index(
                gaps(FaultScope.PANEL),
                layout.strings(),
                fault -> Layout.string(fault.firstDevice()));
        gapsByInverter = index(gaps(FaultScope.INVERTER), layout.inverters(), Fault::scopeId);
        gapsBySite = index(gaps(FaultScope.GATEWAY), layout.sites(), Fault::site);
        driftsBySite = index(of(FaultType.POA_DRIFT), layout.sites(), Fault::site);
    }

    private List<Fault> of(FaultType type) {
        return faults.stream().filter(fault -> fault.type() == type).toList();
    }

    private List<Fault> gaps(FaultScope scope) {
        return of(FaultType.COMM_GAP).stream()
                .filter(gap -> gap.scope() == scope)
                .toList();
    }

    private static Fault[][] index(List<Fault> faults, int units, ToIntFunction<Fault> unit) {
        Map<Integer, List<Fault>> byUnit =
                faults.stream().collect(Collectors.groupingBy(unit::applyAsInt));
        Fault[][] index = new Fault[units][];
        Arrays.fill(index, NONE);
        byUnit.forEach((at, list) -> index[at] = list.toArray(NONE));
        return index;
    }

    private static boolean isAtPanels(Fault fault) {
        return switch (fault.scope()) {
            case SENSOR, STRING -> true;
            case PANEL -> fault.type() != FaultType.COMM_GAP;
            default -> false;
        };
    }

    private static boolean isOutage(Fault fault) {
        return fault.scope() == FaultScope.INVERTER && fault.type() != FaultType.COMM_GAP;
    }

    /** Returns all faults. */
    List<Fault> faults() {
        return faults;
    }

    /**
     * Returns the faults of a string, its panels and their sensors, in the order given; do not
     * change.
     */
    Fault[] ofString(int string) {
        return byString[string];
    }

    /** Returns what keeps an inverter from working at a tick, or null. */
    @Nullable Fault outage(int inverter, long tick) {
        return active(byInverter[inverter], tick);
    }

    /** Returns the share of the irradiance that a weather station still reads. */
    double stationGain(int site, long tick) {
        Fault drift = active(driftsBySite[site], tick);
        if (drift == null) {
            return 1;
        }
        double days = (double) (tick - drift.onsetTick()) / FaultRate.TICKS_PER_DAY;
        return Math.max(1 - drift.severity().amount() * days, 0);
    }

    /** Returns what becomes of a sample on its way. */
    Delivery delivery(int device, long tick) {
        Delivery delivery = Delivery.NORMAL;
        delivery = among(panelGapsByString[Layout.string(device)], device, tick, delivery);
        delivery = among(gapsByInverter[layout.inverter(device)], device, tick, delivery);
        return among(gapsBySite[layout.site(device)], device, tick, delivery);
    }

    private static Delivery among(Fault[] gaps, int device, long tick, Delivery known) {
        Delivery delivery = known;
        for (Fault gap : gaps) {
            if (gap.isActive(tick) && gap.touches(device)) {
                delivery = later(delivery, gap);
            }
        }
        return delivery;
    }

    /** Of two gaps at once, the one that loses samples wins; else the longer one. */
    private static Delivery later(Delivery known, Fault gap) {
        if (gap.severity().detail() == 0 || known.kind() == Delivery.Kind.LOST) {
            return Delivery.LOST;
        }
        long endMillis = gap.endTick() * Fleet.SAMPLING_PERIOD_MILLIS;
        return Delivery.backfilled(Math.max(endMillis, known.gapEndMillis()));
    }

    private static @Nullable Fault active(Fault[] faults, long tick) {
        for (Fault fault : faults) {
            if (fault.isActive(tick)) {
                return fault;
            }
        }
        return null;
    }

    /** Changes a panel's operating point by those of its string's faults that hold for it. */
    static void apply(
            Fault[] faults, int device, InverterState inverter, int string, OperatingPoint point) {
        for (Fault fault : faults) {
            if (fault.isActive(inverter.tick()) && fault.touches(device)) {
                FaultEffect.apply(fault, device, inverter, string, point);
            }
        }
    }
}
