package io.heliometer.common.fleet;

/**
 * From horizontal to tilted: splits global irradiance into beam and diffuse (Erbs) and adds up what
 * reaches the plane of array (Hay and Davies). Arithmetic only, so it may run per string and tick.
 *
 * <p>Sources: Erbs, Klein and Duffie 1982, doi 10.1016/0038-092X(82)90302-4; Hay and Davies 1980;
 * both as in pvlib {@code irradiance}.
 */
final class Transposition {
    /** cos(87 degrees): lower suns give no trustworthy beam (pvlib's max_zenith). */
    private static final double COS_MAX_ZENITH = StrictMath.cos(StrictMath.toRadians(87));
    /** Bounds kt near the horizon (pvlib's min_cos_zenith). */
    private static final double MIN_COS_ZENITH_CLEARNESS = 0.065;
    /** cos(89 degrees): bounds the beam ratio near the horizon (pvlib). */
    private static final double MIN_COS_ZENITH_RATIO = 0.01745;

    /** How much the glass reflects more at a slant (pvlib's default). */
    private static final double ASHRAE_B = 0.05;

    private Transposition() {}

    /** Returns the clearness index kt in 0..1 of a global irradiance, W/m2. */
    static double clearness(double global, double cosZenith, double extraterrestrial) {
        double kt = global / (extraterrestrial * Math.max(cosZenith, MIN_COS_ZENITH_CLEARNESS));
        return Math.min(Math.max(kt, 0), 1);
    }

    /** Returns the diffuse share 0..1 of global irradiance at a clearness index (Erbs). */
    static double diffuseFraction(double kt) {
        if (kt <= 0.22) {
            return 1 - 0.09 * kt;
        }
        if (kt <= 0.8) {
            return 0.9511 + kt * (-0.1604 + kt * (4.388 + kt * (-16.638 + kt * 12.336)));
        }
        return 0.165;
    }

    /**
     * Returns the diffuse horizontal irradiance, W/m2 (Erbs); all of global when the sun is lower
     * than 3 degrees.
     */
    static double diffuse(double global, double cosZenith, double extraterrestrial) {
        if (cosZenith < COS_MAX_ZENITH) {
            return global;
        }
        return global * diffuseFraction(clearness(global, cosZenith, extraterrestrial));
    }

    /**
     * Returns the direct normal irradiance, W/m2, that closes global = diffuse + direct *
     * cosZenith; 0 for a low sun.
     */
    static double direct(double global, double diffuse, double cosZenith) {
        return cosZenith < COS_MAX_ZENITH ? 0 : (global - diffuse) / cosZenith;
    }

    /**
     * Returns the cosine of the angle between the sun and the panel's normal; angles in radians.
     */
    static double cosIncidence(double tilt, double azimuth, double zenith, double sunAzimuth) {
        return StrictMath.cos(tilt) * StrictMath.cos(zenith)
                + StrictMath.sin(tilt)
                        * StrictMath.sin(zenith)
                        * StrictMath.cos(sunAzimuth - azimuth);
    }

    /**
     * Returns the incidence angle modifier: the share of the beam that the glass lets through,
     * against that at normal incidence; 0 behind the panel.
     *
     * <p>Source: ASHRAE 93-77 (Souka and Safwat 1966), b = 0.05, as in pvlib {@code iam.ashrae}.
     */
    static double incidenceModifier(double cosIncidence) {
        if (cosIncidence <= 0) {
            return 0;
        }
        return Math.max(1 - ASHRAE_B * (1 / cosIncidence - 1), 0);
    }

    /** Returns the share of the beam that a panel catches: direct * max(cosIncidence, 0). */
    static double beam(double direct, double cosIncidence) {
        return direct * Math.max(cosIncidence, 0);
    }

    /** Returns diffuse irradiance from a uniform sky on a panel of this tilt. */
    static double isotropic(double diffuse, double cosTilt) {
        return diffuse * (1 + cosTilt) / 2;
    }

    /** Returns irradiance that the ground throws back on a panel of this tilt. */
    static double ground(double global, double albedo, double cosTilt) {
        return global * albedo * (1 - cosTilt) / 2;
    }

    /**
     * Returns diffuse irradiance from the sky, W/m2: the part around the sun treated as beam, the
     * rest uniform.
     *
     * @param anisotropy direct / extraterrestrial
     * @param beamRatio see {@link #beamRatio}
     */
    static double hayDavies(double diffuse, double anisotropy, double beamRatio, double cosTilt) {
        return isotropic(diffuse * (1 - anisotropy), cosTilt) + diffuse * anisotropy * beamRatio;
    }

    /** Returns Rb: beam on the panel over beam on the horizontal. */
    static double beamRatio(double cosIncidence, double cosZenith) {
        return Math.max(cosIncidence, 0) / Math.max(cosZenith, MIN_COS_ZENITH_RATIO);
    }
}
