package io.heliometer.common.fleet;

import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A simulated solar fleet: panels at sites with sun, clouds and weather. Everything is a pure
 * function of (seed, device or site, tick), so threads, partitions and order cannot matter.
 * Immutable.
 *
 * <p>20 panels hang on a string, up to 10 strings on an inverter. Sites have one inverter each, or
 * sizes of a power law; they belong to 4 grid regions in turn. Each panel has its own optimizer:
 * strings do not force one current. Faults are drawn for a horizon when the fleet is built.
 */
public final class Fleet {
    /** The time between two samples of a panel, and the length of a tick, ms. */
    public static final long SAMPLING_PERIOD_MILLIS = 60_000;

    static final Batzelis MODULE = new Batzelis(ModuleType.DEFAULT);
    private static final double PPM = 1e6;

    private final FleetSpec spec;
    private final Layout layout;
    private final SiteWeather[] sites;
    private final double[] stringGains;
    private final FaultSchedule faults;
    private final @Nullable Horizon horizon;
    private final Fleet healthy;

    private Fleet(FleetSpec spec) {
        this.spec = spec;
        layout = new Layout(spec);
        sites = new SiteWeather[layout.sites()];
        for (int site = 0; site < sites.length; site++) {
            sites[site] = new SiteWeather(spec.seed(), site);
        }
        stringGains = new double[layout.strings()];
        for (int device = 0; device < spec.devices(); device++) {
            long spread = Spread.bits(spec.seed(), device);
            stringGains[Layout.string(device)] +=
                    Spread.voltageGain(spread) * Spread.currentGain(spread);
        }
        faults = new FaultSchedule(List.of(), layout);
        horizon = null;
        healthy = this;
    }

    /** The same sites and panels with other faults. */
    private Fleet(Fleet other, FaultSchedule faults, Horizon horizon) {
        spec = other.spec;
        layout = other.layout;
        sites = other.sites;
        stringGains = other.stringGains;
        this.faults = faults;
        this.horizon = horizon;
        healthy = other;
    }

    /** Returns the fleet of this spec as if nothing ever failed. */
    public static Fleet of(FleetSpec spec) {
        return new Fleet(spec);
    }

    /** Returns the fleet of this spec with the faults that touch a horizon. */
    public static Fleet of(FleetSpec spec, Horizon horizon) {
        Fleet healthy = new Fleet(spec);
        List<Fault> faults = new ArrayList<>();
        if (spec.faultPercent() > 0) {
            faults.addAll(new FaultDraw(spec, healthy.layout, horizon).draw());
            if (spec.devices() >= FaultDraw.GUARANTEED_DEVICES) {
                faults.addAll(new GuaranteedFaults(healthy, faults, horizon).faults());
            }
        }
        return new Fleet(healthy, new FaultSchedule(faults, healthy.layout), horizon);
    }

    /** Returns the same fleet under the same weather without faults, for paired runs. */
    public Fleet healthy() {
        return healthy;
    }

    /**
     * Returns what becomes of a sample on its way; cheap enough for every record.
     *
     * @param tick epochMillis / {@link #SAMPLING_PERIOD_MILLIS}
     */
    public Delivery delivery(int device, long tick) {
        return faults.delivery(device, tick);
    }

    /**
     * Returns every fault and hard negative of the horizon, by id; empty for a fleet without a
     * horizon. Computed anew by each call.
     */
    public List<FaultLabel> labels() {
        return horizon == null ? List.of() : new Labels(this, horizon).list();
    }

    /** Returns the number of sites; their ids are dense. */
    public int sites() {
        return layout.sites();
    }

    /** Returns the number of inverters; their ids are dense. */
    public int inverters() {
        return layout.inverters();
    }

    /** Returns the inverters of a site. */
    public IntStream invertersOf(int site) {
        return IntStream.range(layout.firstInverterOfSite(site), layout.endInverterOfSite(site));
    }

    /** Returns what a cloudless sky would give in the plane of a site's panels, mW/m2. */
    public int clearIrradiance(int site, long tick) {
        return Quantity.milli(new SunOnPlane(site(site), tick).irradiance(1));
    }

    /**
     * Returns what an inverter reports; free of noise.
     *
     * @param tick epochMillis / {@link #SAMPLING_PERIOD_MILLIS}
     * @throws IllegalArgumentException if there is no such inverter
     */
    public InverterSample inverter(int inverter, long tick) {
        if (inverter < 0 || inverter >= layout.inverters()) {
            throw new IllegalArgumentException(
                    "inverter must be within 0.." + (layout.inverters() - 1) + ", was " + inverter);
        }
        return new InverterState(this, inverter, state(layout.siteOfInverter(inverter), tick))
                .sample();
    }

    /** Returns the panels, by device id ascending, all of one module type and valid from time 0. */
    public PanelRegistry registry() {
        List<Panel> panels = new ArrayList<>(spec.devices());
        for (int device = 0; device < spec.devices(); device++) {
            panels.add(panel(device));
        }
        return new PanelRegistry(SAMPLING_PERIOD_MILLIS, panels);
    }

    /** Returns a new reader of panels; not thread-safe, one per thread. */
    public PanelSampler newSampler() {
        return new PanelSampler(this);
    }

    /**
     * Returns what the weather station in the middle of a site reads; free of noise.
     *
     * @param site site id
     * @param tick epochMillis / {@link #SAMPLING_PERIOD_MILLIS}
     * @throws IllegalArgumentException if there is no such site
     */
    public SiteConditions conditions(int site, long tick) {
        if (site < 0 || site >= sites.length) {
            throw new IllegalArgumentException(
                    "site must be within 0.." + (sites.length - 1) + ", was " + site);
        }
        SiteState state = state(site, tick);
        double irradiance = state.irradiance(0, 0) * faults.stationGain(site, tick);
        return new SiteConditions(
                Quantity.milli(irradiance),
                Quantity.centi(state.moduleCelsius()),
                Quantity.centi(state.ambientCelsius()),
                Quantity.milli(state.windMetresPerSecond()));
    }

    /** Returns sunrise and sunset of every site on the local days that a horizon touches. */
    public SunTable sun(Horizon horizon) {
        Map<Integer, Place> places = new HashMap<>();
        for (int number = 0; number < sites.length; number++) {
            places.put(number, sites[number].site().place());
        }
        return SunTimes.table(places, horizon);
    }

    FleetSpec spec() {
        return spec;
    }

    Layout layout() {
        return layout;
    }

    SiteWeather weather(int site) {
        return sites[site];
    }

    Site site(int site) {
        return sites[site].site();
    }

    SiteState state(int site, long tick) {
        return sites[site].at(tick);
    }

    FaultSchedule faults() {
        return faults;
    }

    /** Returns the sum over a string's panels of what each gives against a nominal one. */
    double stringGain(int string) {
        return stringGains[string];
    }

    /** Returns the inverter that an id stands for. */
    Inverter inverterType(int inverter) {
        int first = FaultDraw.firstDevice(FaultScope.INVERTER, inverter, layout);
        int end = FaultDraw.endDevice(FaultScope.INVERTER, inverter, layout);
        return Inverter.of((end - first) * ModuleType.DEFAULT.ratedWatts());
    }

    private Panel panel(int device) {
        ModuleType type = ModuleType.DEFAULT;
        int site = layout.site(device);
        return new Panel(
                device,
                Layout.string(device),
                layout.inverter(device),
                site,
                site % Layout.REGIONS,
                Quantity.milli(type.ratedWatts()),
                Quantity.milli(type.maximumPowerVolts()),
                Quantity.milli(type.maximumPowerAmperes()),
                Quantity.milli(type.openCircuitVolts()),
                Quantity.milli(type.shortCircuitAmperes()),
                (int) Math.floor(MODULE.powerPerKelvin() * PPM + 0.5),
                0,
                1);
    }
}
