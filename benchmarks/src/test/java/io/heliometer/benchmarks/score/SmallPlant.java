package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Two sites with two inverters each, four strings per inverter, five panels of 400 W per string:
 * panel d hangs on string d / 5, inverter d / 20, site d / 40. Twelve hours from 0.
 */
final class SmallPlant {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final Horizon HORIZON = new Horizon(0, 12 * HOUR);
    static final int PANELS = 80;

    private static final int PANELS_PER_STRING = 5;
    private static final int PANELS_PER_INVERTER = 20;
    private static final int PANELS_PER_SITE = 40;
    private static final long RATED_MILLI_WATTS = 400_000;

    private SmallPlant() {}

    static PanelRegistry registry() {
        List<Panel> panels = new ArrayList<>();
        for (int device = 0; device < PANELS; device++) {
            panels.add(new Panel(
                    device,
                    device / PANELS_PER_STRING,
                    device / PANELS_PER_INVERTER,
                    device / PANELS_PER_SITE,
                    0,
                    RATED_MILLI_WATTS,
                    40_000,
                    10_000,
                    48_000,
                    11_000,
                    -3_500,
                    0,
                    1));
        }
        return new PanelRegistry(MINUTE, panels);
    }

    static Plant plant() {
        return new Plant(registry(), HORIZON);
    }

    static Plant plant(Horizon horizon) {
        return new Plant(registry(), horizon);
    }

    static Scorer scorer(FaultLabel... labels) {
        return new Scorer(registry(), HORIZON, Arrays.asList(labels));
    }

    /** A fault or negative that is observable from its onset until its end. */
    static FaultLabel label(int id, FaultType type, Asset asset, long onset, long end) {
        return label(id, type, asset, new long[] {onset, end, onset});
    }

    /** A fault that nobody can see. */
    static FaultLabel unseen(int id, FaultType type, Asset asset, long onset, long end) {
        return label(id, type, asset, new long[] {onset, end, FaultLabel.NEVER});
    }

    /** A fault with its onset, its end, and the moment from which it is observable. */
    static FaultLabel label(int id, FaultType type, Asset asset, long[] times) {
        List<Integer> devices = devices(asset);
        return new FaultLabel(
                id,
                type,
                asset.scope(),
                asset.id(),
                devices.get(0) / PANELS_PER_SITE,
                devices,
                times[0],
                times[1],
                500_000,
                Map.of(),
                times[2],
                times[2] == FaultLabel.NEVER ? FaultLabel.NEVER : times[1],
                List.of());
    }

    private static List<Integer> devices(Asset asset) {
        int size = switch (asset.scope()) {
            case SENSOR, PANEL -> 1;
            case STRING -> PANELS_PER_STRING;
            case INVERTER -> PANELS_PER_INVERTER;
            case GATEWAY, SITE -> PANELS_PER_SITE;
        };
        return IntStream.range(asset.id() * size, (asset.id() + 1) * size)
                .boxed()
                .toList();
    }

    static Asset panel(int id) {
        return new Asset(FaultScope.PANEL, id);
    }

    static Asset string(int id) {
        return new Asset(FaultScope.STRING, id);
    }

    static Asset inverter(int id) {
        return new Asset(FaultScope.INVERTER, id);
    }

    static Asset site(int id) {
        return new Asset(FaultScope.SITE, id);
    }

    static Asset gateway(int id) {
        return new Asset(FaultScope.GATEWAY, id);
    }

    /** A row of Q5. */
    static String lagging(int panel, long windowStart) {
        return panel / PANELS_PER_STRING + "," + windowStart + "," + panel
                + ",60000000,90000000,1000000,666667";
    }

    /** Rows of Q5 for a panel that lags in every window of a span. */
    static List<String> lagging(int panel, long from, long to) {
        List<String> rows = new ArrayList<>();
        for (long start = from; start < to; start += 15 * MINUTE) {
            rows.add(lagging(panel, start));
        }
        return rows;
    }

    /** A row of Q3; the energy may be empty. */
    static String yielding(int string, long windowStart, String energy) {
        return string + "," + windowStart + ",25,0," + energy + ",1,2,1,3000,1000000";
    }

    /** A row of Q6: silent from a last reading on, known three minutes later. */
    static String silent(int panel, long since) {
        return "1," + panel + "," + since + "," + (since + 3 * MINUTE);
    }

    /** A row of Q6: the reading that ends a silence. */
    static String resumed(int panel, long time, long since) {
        return "2," + panel + "," + time + "," + (time - since);
    }
}
