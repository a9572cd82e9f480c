package io.heliometer.common.fleet;

/**
 * Irradiance under a cloudless sky, W/m2, by Ineichen and Perez, without the Perez enhancement.
 *
 * <p>Source: Ineichen and Perez 2002, doi 10.1016/S0038-092X(02)00045-2, as in pvlib
 * {@code clearsky.ineichen}.
 *
 * @param global on the horizontal (GHI)
 * @param direct beam on a surface that faces the sun (DNI)
 * @param diffuse from the sky on the horizontal (DHI)
 */
record ClearSky(double global, double direct, double diffuse) {
    private static final ClearSky NIGHT = new ClearSky(0, 0, 0);

    /**
     * Returns the clear-sky irradiance under these conditions.
     *
     * @param cosZenith cosine of the apparent zenith angle; {@code <= 0} is night
     * @param airmass absolute airmass
     * @param turbidity Linke turbidity, about 2 (clean) to 6 (hazy)
     * @param altitudeMetres of the place
     * @param extraterrestrial normal irradiance above the atmosphere, W/m2
     */
    static ClearSky ineichen(
            double cosZenith,
            double airmass,
            double turbidity,
            double altitudeMetres,
            double extraterrestrial) {
        if (cosZenith <= 0 || Double.isInfinite(airmass)) {
            return NIGHT;
        }
        double fh1 = StrictMath.exp(-altitudeMetres / 8000);
        double fh2 = StrictMath.exp(-altitudeMetres / 1250);
        double cg1 = 5.09e-5 * altitudeMetres + 0.868;
        double cg2 = 3.92e-5 * altitudeMetres + 0.0387;
        double global = cg1
                * extraterrestrial
                * cosZenith
                * StrictMath.exp(-cg2 * airmass * (fh1 + fh2 * (turbidity - 1)));
        double beam = extraterrestrial
                * (0.664 + 0.163 / fh1)
                * StrictMath.exp(-0.09 * airmass * (turbidity - 1));
        double beamLimit = global
                * (1 - (0.1 - 0.2 * StrictMath.exp(-turbidity)) / (0.1 + 0.882 / fh1))
                / cosZenith;
        double direct = beam < beamLimit ? beam : beamLimit;
        return new ClearSky(global, direct, global - direct * cosZenith);
    }
}
