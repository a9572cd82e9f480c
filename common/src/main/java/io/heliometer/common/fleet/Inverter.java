package io.heliometer.common.fleet;

/**
 * From direct to alternating current, by PVWatts: an efficiency curve over the load, and a limit.
 * Where the limit holds, the panels move off their maximum power point to higher voltage and lower
 * current. Arithmetic only.
 *
 * <p>Source: Dobos 2014, NREL/TP-6A20-62641, as in pvlib {@code inverter.pvwatts}.
 *
 * @param pdc0Watts DC power at which it reaches its rated AC power
 * @param nominalEfficiency AC over DC power at that point
 */
record Inverter(double pdc0Watts, double nominalEfficiency) {
    /** PVWatts' default. */
    static final double NOMINAL_EFFICIENCY = 0.96;
    /** Rated DC power of the panels over that of their inverter. */
    static final double DC_AC_RATIO = 1.2;

    private static final double REFERENCE_EFFICIENCY = 0.9637;
    private static final double SQUARE = -0.0162;
    private static final double CONSTANT = -0.0059;
    private static final double SLOPE = 0.9858;

    /** Returns the inverter that fits panels of this rated power, W. */
    static Inverter of(double panelWatts) {
        return new Inverter(panelWatts / DC_AC_RATIO, NOMINAL_EFFICIENCY);
    }

    /** Returns the rated AC power, W. */
    double pac0Watts() {
        return nominalEfficiency * pdc0Watts;
    }

    /** Returns the AC power of a DC power, W, within 0..pac0. */
    double pacWatts(double pdcWatts) {
        if (pdcWatts <= 0) {
            return 0;
        }
        double zeta = pdcWatts / pdc0Watts;
        double share = (zeta * (SQUARE * zeta + SLOPE) + CONSTANT) / REFERENCE_EFFICIENCY;
        return nominalEfficiency * pdc0Watts * Math.min(Math.max(share, 0), 1);
    }

    /**
     * Returns the DC power that gives this share of the rated AC power, W: where the inverter stops
     * following the panels.
     *
     * @param limit within 0..1
     */
    double pdcLimitWatts(double limit) {
        double rest = CONSTANT - REFERENCE_EFFICIENCY * limit;
        double root = Math.sqrt(SLOPE * SLOPE - 4 * SQUARE * rest);
        return pdc0Watts * (root - SLOPE) / (2 * SQUARE);
    }

    /**
     * Returns how far a panel moves from its maximum power point towards its open circuit, 0..1, to
     * give only a share of its power: along the chord between both, V rises by x (Voc - Vmp), I
     * falls by x Imp.
     *
     * @param share power wanted over maximum power, 0..1
     * @param headroom (Voc - Vmp) / Vmp, {@code > 0}
     */
    static double retreat(double share, double headroom) {
        double slope = 1 - headroom;
        return (Math.sqrt(slope * slope + 4 * headroom * (1 - share)) - slope) / (2 * headroom);
    }
}
