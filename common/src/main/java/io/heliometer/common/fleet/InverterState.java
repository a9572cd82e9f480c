package io.heliometer.common.fleet;

import io.heliometer.common.model.FaultType;

import org.jspecify.annotations.Nullable;

/**
 * One inverter at one tick: the operating point that its strings share, and the powers. The sum
 * over the strings comes first, because an inverter at its limit moves all of its panels.
 */
final class InverterState {
    /** Below this, W/m2, the module electronics sleep. */
    private static final double WAKE_IRRADIANCE = 1;
    /** What gets through snow. */
    private static final double SNOW_LIGHT = 0.03;

    private final SiteState site;
    private final int inverter;
    private final int firstString;
    private final double[] irradiance;
    private final double[] volts;
    private final double[] amperes;
    private final @Nullable Fault outage;
    private final Inverter type;
    private double availableWatts;
    private double share = 1;

    InverterState(Fleet fleet, int inverter, SiteState site) {
        this.site = site;
        this.inverter = inverter;
        Layout layout = fleet.layout();
        firstString = layout.firstStringOfInverter(inverter);
        int strings = layout.endStringOfInverter(inverter) - firstString;
        irradiance = new double[strings];
        volts = new double[strings];
        amperes = new double[strings];
        outage = fleet.faults().outage(inverter, site.tick());
        type = fleet.inverterType(inverter);
        for (int string = 0; string < strings; string++) {
            light(string, layout);
        }
        for (int string = 0; string < strings; string++) {
            availableWatts += available(string, fleet);
        }
        limit();
    }

    long tick() {
        return site.tick();
    }

    SiteState site() {
        return site;
    }

    /** Returns the effective irradiance of a string, W/m2; strings count from 0 in the inverter. */
    double irradiance(int string) {
        return irradiance[string];
    }

    /** Returns the effective irradiance of a string over 1000 W/m2. */
    double g(int string) {
        return irradiance[string] / 1000;
    }

    /** Returns whether a string has enough light for its panels' electronics. */
    boolean isAwake(int string) {
        return irradiance[string] >= WAKE_IRRADIANCE;
    }

    /** Returns the voltage of a nominal panel of a string, V. */
    double volts(int string) {
        return volts[string];
    }

    /** Returns the current of a nominal panel of a string, A. */
    double amperes(int string) {
        return amperes[string];
    }

    /** Returns the open-circuit voltage of a nominal panel of a string, V. */
    double openVolts(int string) {
        return Fleet.MODULE.openCircuitVolts(LogTable.ln(g(string)), site.moduleCelsius());
    }

    /** Fills in the operating point of a healthy panel; spread are its bits of {@link Spread}. */
    void fill(int string, long spread, OperatingPoint point) {
        point.volts = volts[string] * Spread.voltageGain(spread);
        point.amperes = amperes[string] * Spread.currentGain(spread);
        point.celsius = site.moduleCelsius() + Spread.kelvin(spread);
    }

    /** Returns what the inverter reports. */
    InverterSample sample() {
        double pdc = outage == null ? availableWatts * share : 0;
        double limited = limitPpm() * 1e-6 * type.pac0Watts();
        return new InverterSample(
                inverter,
                Quantity.milli(pdc),
                Quantity.milli(Math.min(type.pacWatts(pdc), limited)),
                Quantity.milli(busVolts()),
                status(),
                outage == null ? 0 : events(outage.type()),
                limitPpm());
    }

    /** Returns whether it works below what its panels could give, because of its own rating. */
    boolean isClipped() {
        return share < 1 && limitPpm() == GridLimit.UNLIMITED_PPM;
    }

    private int limitPpm() {
        return site.limitPpm();
    }

    private void light(int string, Layout layout) {
        int id = firstString + string;
        irradiance[string] =
                site.effectiveIrradiance(layout.eastMetres(id), layout.northMetres(id));
        if (!isAwake(string)) {
            return;
        }
        double g = g(string);
        double celsius = site.moduleCelsius();
        double v = Fleet.MODULE.maximumPowerVolts(g, LogTable.ln(g), celsius);
        double i = Fleet.MODULE.maximumPowerAmperes(g, celsius) * site.ageGain();
        double snow = Snow.dcLoss(site.snowCoverage(), FaultEffect.SUBSTRINGS);
        volts[string] = snow < 1 ? v * (1 - snow) : v;
        amperes[string] = snow < 1 ? i : i * SNOW_LIGHT;
    }

    /** The power of a string at its panels' maximum power points, W. */
    private double available(int string, Fleet fleet) {
        int id = firstString + string;
        Fault[] faults = fleet.faults().ofString(id);
        if (faults.length == 0 || !isAwake(string)) {
            return volts[string] * amperes[string] * fleet.stringGain(id);
        }
        OperatingPoint point = new OperatingPoint();
        double watts = 0;
        int end = fleet.layout().endDeviceOfString(id);
        for (int device = id * Layout.PANELS_PER_STRING; device < end; device++) {
            fill(string, Spread.bits(fleet.spec().seed(), device), point);
            FaultSchedule.apply(faults, device, this, string, point);
            watts += point.watts();
        }
        return watts;
    }

    /** Moves the strings to where the inverter takes what it may, or nothing. */
    private void limit() {
        double most = type.pdcLimitWatts(limitPpm() * 1e-6);
        if (outage == null && availableWatts > most) {
            share = most / availableWatts;
        }
        for (int string = 0; string < volts.length; string++) {
            if (isAwake(string) && (outage != null || share < 1)) {
                double headroom = (openVolts(string) - volts[string]) / volts[string];
                double x = outage != null ? 1 : Inverter.retreat(share, headroom);
                volts[string] *= 1 + x * headroom;
                amperes[string] *= 1 - x;
            }
        }
    }

    /** The panels of the middle string in series: their optimizers pass the bus voltage through. */
    private double busVolts() {
        return volts[volts.length / 2] * Layout.PANELS_PER_STRING;
    }

    private int status() {
        if (outage != null) {
            return InverterSample.FAULT;
        }
        if (availableWatts <= 0) {
            return InverterSample.SLEEPING;
        }
        return share < 1 ? InverterSample.THROTTLED : InverterSample.MPPT;
    }

    private static int events(FaultType type) {
        return type == FaultType.GROUND_FAULT
                ? InverterSample.GROUND_FAULT_BIT
                : type == FaultType.INV_TRIP_TRANSIENT
                        ? InverterSample.GRID_DISCONNECT_BIT
                        : InverterSample.HARDWARE_FAILURE_BIT;
    }
}
