package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

import org.jspecify.annotations.Nullable;

/**
 * Reads the panels of a fleet. Each reading is a pure function of (seed, device, tick); what the
 * panels of a site or string share is kept until the next tick, so going through them string by
 * string is fast, and any other order gives the same values. Not thread-safe: one per thread.
 */
public final class PanelSampler {
    /** Below this, W/m2, the module electronics sleep. */
    private static final double WAKE_IRRADIANCE = 1;
    /**
     * Panels differ: static mismatch and soiling, half widths of triangular distributions. A
     * measured plant stood 2 to 3 % below its datasheet with a spread of 1.5 % in V and in I
     * (Sandia, 6 kW).
     */
    private static final double CURRENT_GAIN = 0.98;

    private static final double CURRENT_SPREAD = 0.03;
    private static final double VOLTAGE_GAIN = 0.99;
    private static final double VOLTAGE_SPREAD = 0.02;
    private static final double TEMPERATURE_SPREAD_KELVIN = 1.5;
    /** Sensors shiver: half widths, together about 1 % of power. */
    private static final double CURRENT_NOISE = 0.02;

    private static final double VOLTAGE_NOISE = 0.01;
    private static final double TEMPERATURE_NOISE_KELVIN = 0.3;

    private final Fleet fleet;
    private final long seed;
    private final int devices;
    private final Batzelis module = Fleet.MODULE;
    private final @Nullable SiteState[] states;

    private int string = -1;
    private long stringTick;
    private boolean awake;
    private double stringVolts;
    private double stringAmperes;
    private double stringCelsius;

    private int voltageMilliVolts;
    private int currentMilliAmperes;
    private int temperatureCentiCelsius;

    PanelSampler(Fleet fleet) {
        this.fleet = fleet;
        this.seed = fleet.spec().seed();
        this.devices = fleet.spec().devices();
        this.states = new @Nullable SiteState[fleet.layout().sites()];
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
        int itsString = Layout.string(device);
        if (itsString != string || tick != stringTick) {
            enterString(itsString, tick);
        }
        long spread = CounterRandom.bits(seed, device, 0, Channel.PANEL_SPREAD);
        long noise = CounterRandom.bits(seed, device, tick, Channel.SENSOR_NOISE);
        temperatureCentiCelsius = Quantity.centi(stringCelsius
                + TEMPERATURE_SPREAD_KELVIN * triangle(spread, 42)
                + TEMPERATURE_NOISE_KELVIN * triangle(noise, 42));
        if (awake) {
            double voltageGain = VOLTAGE_GAIN + VOLTAGE_SPREAD * triangle(spread, 21);
            double currentGain = CURRENT_GAIN + CURRENT_SPREAD * triangle(spread, 0);
            voltageMilliVolts = Quantity.milli(
                    stringVolts * voltageGain * (1 + VOLTAGE_NOISE * triangle(noise, 21)));
            currentMilliAmperes = Quantity.milli(
                    stringAmperes * currentGain * (1 + CURRENT_NOISE * triangle(noise, 0)));
        } else {
            voltageMilliVolts = 0;
            currentMilliAmperes = 0;
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

    private void enterString(int newString, long tick) {
        SiteState state = state(fleet.layout().siteOfString(newString), tick);
        double irradiance = state.irradiance(
                fleet.layout().eastMetres(newString), fleet.layout().northMetres(newString));
        stringCelsius = state.moduleCelsius();
        awake = irradiance >= WAKE_IRRADIANCE;
        if (awake) {
            double g = irradiance / 1000;
            stringVolts = module.maximumPowerVolts(g, LogTable.ln(g), stringCelsius);
            stringAmperes = module.maximumPowerAmperes(g, stringCelsius);
        }
        string = newString;
        stringTick = tick;
    }

    private SiteState state(int site, long tick) {
        SiteState known = states[site];
        if (known != null && known.tick() == tick) {
            return known;
        }
        SiteState fresh = fleet.state(site, tick);
        states[site] = fresh;
        return fresh;
    }

    /** Returns a triangular number within +-1 from 20 of the bits: the sum of two uniform ones. */
    private static double triangle(long bits, int shift) {
        int sum = (int) (bits >>> shift & 0x3ff) + (int) (bits >>> (shift + 10) & 0x3ff);
        return (sum - 1023) / 1023.0;
    }
}
