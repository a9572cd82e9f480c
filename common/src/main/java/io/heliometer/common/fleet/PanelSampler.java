package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;
import io.heliometer.common.model.FaultType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the panels of a fleet. Each reading is a pure function of (seed, device, tick); what the
 * panels of a site or string share is kept until the next tick, so going through them string by
 * string is fast, and any other order gives the same values. Not thread-safe: one per thread.
 */
public final class PanelSampler {
    /** Sensors shiver: half widths, together about 1 % of power. */
    private static final double CURRENT_NOISE = 0.02;

    private static final double VOLTAGE_NOISE = 0.01;
    private static final double TEMPERATURE_NOISE_KELVIN = 0.3;

    private final Fleet fleet;
    private final Layout layout;
    private final long seed;
    private final int devices;
    private final @Nullable SiteState[] sites;
    private final @Nullable InverterState[] inverters;
    private final OperatingPoint point = new OperatingPoint();
    private final StuckSensors stuck;

    private int string = -1;
    private long stringTick;
    private @Nullable InverterState inverter;
    private int stringOfInverter;
    private Fault[] faults = {};

    private int voltageMilliVolts;
    private int currentMilliAmperes;
    private int temperatureCentiCelsius;

    PanelSampler(Fleet fleet) {
        this.fleet = fleet;
        this.layout = fleet.layout();
        this.seed = fleet.spec().seed();
        this.devices = fleet.spec().devices();
        this.sites = new @Nullable SiteState[layout.sites()];
        this.inverters = new @Nullable InverterState[layout.inverters()];
        this.stuck = new StuckSensors(fleet);
    }

    /**
     * Reads one panel; the accessors then hold its values.
     *
     * @param device panel id, 0..devices-1
     * @param tick epochMillis / {@link Fleet#SAMPLING_PERIOD_MILLIS}
     * @throws IllegalArgumentException if there is no such panel
     */
    public void sample(int device, long tick) {
        if (device < 0 || device >= devices) {
            throw new IllegalArgumentException(
                    "device must be within 0.." + (devices - 1) + ", was " + device);
        }
        InverterState state = enter(device, tick);
        long noise = CounterRandom.bits(seed, device, tick, Channel.SENSOR_NOISE);
        temperatureCentiCelsius = Quantity.centi(
                point.celsius + TEMPERATURE_NOISE_KELVIN * Spread.triangle(noise, 42));
        if (state.isAwake(stringOfInverter)) {
            voltageMilliVolts =
                    Quantity.milli(point.volts * (1 + VOLTAGE_NOISE * Spread.triangle(noise, 21)));
            currentMilliAmperes =
                    Quantity.milli(point.amperes * (1 + CURRENT_NOISE * Spread.triangle(noise, 0)));
        } else {
            voltageMilliVolts = 0;
            currentMilliAmperes = 0;
        }
        if (faults.length > 0) {
            freeze(device, tick);
        }
    }

    /** Reads one panel as it is, before its sensors; the point is valid until the next call. */
    OperatingPoint point(int device, long tick) {
        enter(device, tick);
        return point;
    }

    /** Returns the state of the inverter that the last panel hangs on. */
    InverterState inverterState() {
        return Objects.requireNonNull(inverter);
    }

    private InverterState enter(int device, long tick) {
        int itsString = Layout.string(device);
        InverterState state = inverter;
        if (state == null || itsString != string || tick != stringTick) {
            state = enterString(itsString, tick);
        }
        state.fill(stringOfInverter, Spread.bits(seed, device), point);
        if (faults.length > 0 && state.isAwake(stringOfInverter)) {
            FaultSchedule.apply(faults, device, state, stringOfInverter, point);
        }
        return state;
    }

    private void freeze(int device, long tick) {
        for (Fault fault : faults) {
            if (fault.type() == FaultType.STUCK_SENSOR
                    && fault.touches(device)
                    && fault.isActive(tick)) {
                int frozen = stuck.value(fault);
                switch (fault.severity().detail()) {
                    case StuckSensors.VOLTAGE -> voltageMilliVolts = frozen;
                    case StuckSensors.CURRENT -> currentMilliAmperes = frozen;
                    default -> temperatureCentiCelsius = frozen;
                }
            }
        }
    }

    /** Returns the DC voltage of the last sample, mV; 0 at night. */
    public int voltageMilliVolts() {
        return voltageMilliVolts;
    }

    /** Returns the DC current of the last sample, mA; 0 at night. */
    public int currentMilliAmperes() {
        return currentMilliAmperes;
    }

    /** Returns the back-of-module temperature of the last sample, 0.01 degC. */
    public int temperatureCentiCelsius() {
        return temperatureCentiCelsius;
    }

    private InverterState enterString(int newString, long tick) {
        int id = layout.inverterOfString(newString);
        InverterState state = inverters[id];
        if (state == null || state.tick() != tick) {
            state = new InverterState(fleet, id, state(layout.siteOfInverter(id), tick));
            inverters[id] = state;
        }
        inverter = state;
        stringOfInverter = newString - layout.firstStringOfInverter(id);
        faults = fleet.faults().ofString(newString);
        string = newString;
        stringTick = tick;
        return state;
    }

    private SiteState state(int site, long tick) {
        SiteState known = sites[site];
        if (known != null && known.tick() == tick) {
            return known;
        }
        SiteState fresh = fleet.state(site, tick);
        sites[site] = fresh;
        return fresh;
    }
}
