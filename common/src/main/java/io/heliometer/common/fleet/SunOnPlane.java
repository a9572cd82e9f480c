package io.heliometer.common.fleet;

import java.time.LocalDate;

/**
 * The sun as the panels of one site see it at one tick, ready to turn a clear-sky index into
 * irradiance in the plane of array with arithmetic only.
 */
final class SunOnPlane {
    /**
     * Upper bound, W/m2. Real minutes reach 1270 at cloud edges (Sandia, Albuquerque); at this
     * value a panel still stays clear of 1.4 Isc, above which readings are rejected.
     */
    static final double HIGHEST_IRRADIANCE = 1350;

    private static final double ALBEDO = 0.2;
    private static final int TICKS_PER_DAY = 1440;
    private static final int SECONDS_PER_TICK = 60;
    /** For refraction only, where it hardly matters. */
    private static final double REFRACTION_CELSIUS = 12;

    private final double clearGlobal;
    private final double clearDirect;
    private final double extraterrestrial;
    private final double cosZenith;
    private final double cosIncidence;
    private final double beamRatio;
    private final double cosTilt;
    private final double incidenceModifier;
    private final double azimuthDegrees;

    SunOnPlane(Site site, long tick) {
        SolarPosition sun = SolarPosition.at(
                (double) tick * SECONDS_PER_TICK, site.latitudeDegrees(), site.longitudeDegrees());
        double pressure = Atmosphere.pressurePascal(site.altitudeMetres());
        double elevation = sun.elevationDegrees();
        double zenithDegrees = 90
                - elevation
                - Atmosphere.refractionDegrees(elevation, pressure, REFRACTION_CELSIUS);
        double zenith = StrictMath.toRadians(zenithDegrees);
        double tilt = StrictMath.toRadians(site.tiltDegrees());
        double azimuth = StrictMath.toRadians(site.azimuthDegrees());
        double airmass =
                Atmosphere.absoluteAirmass(Atmosphere.relativeAirmass(zenithDegrees), pressure);
        extraterrestrial = Atmosphere.extraterrestrial(dayOfYear(tick));
        cosZenith = StrictMath.cos(zenith);
        cosIncidence = Transposition.cosIncidence(tilt, azimuth, zenith, sun.azimuthRadians());
        beamRatio = Transposition.beamRatio(cosIncidence, cosZenith);
        cosTilt = StrictMath.cos(tilt);
        incidenceModifier = Transposition.incidenceModifier(cosIncidence);
        azimuthDegrees = sun.azimuthDegrees();
        ClearSky clear = ClearSky.ineichen(
                cosZenith, airmass, site.turbidity(), site.altitudeMetres(), extraterrestrial);
        clearGlobal = clear.global();
        clearDirect = clear.direct();
    }

    /** Returns whether the sun is down: irradiance is then 0 whatever the clouds. */
    boolean isNight() {
        return clearGlobal <= 0;
    }

    /**
     * Returns irradiance in the plane of array, W/m2, within 0..{@link #HIGHEST_IRRADIANCE}, at a
     * clear-sky index: what a pyranometer reads.
     */
    double irradiance(double kc) {
        return irradiance(kc, 1);
    }

    /**
     * Returns the irradiance that gets through the glass of the panels, W/m2: less of the beam the
     * more it slants.
     */
    double effectiveIrradiance(double kc) {
        return irradiance(kc, incidenceModifier);
    }

    /** Returns where the sun stands from north over east, degrees. */
    double azimuthDegrees() {
        return azimuthDegrees;
    }

    private double irradiance(double kc, double beamModifier) {
        if (isNight()) {
            return 0;
        }
        double global = kc * clearGlobal;
        double split = Transposition.diffuse(global, cosZenith, extraterrestrial);
        // Cloud edges add diffuse light: no cloud makes the beam stronger than no cloud.
        double direct = Math.min(Transposition.direct(global, split, cosZenith), clearDirect);
        double diffuse = global - direct * cosZenith;
        double anisotropy = Math.min(direct / extraterrestrial, 1);
        double plane = Transposition.beam(direct, cosIncidence) * beamModifier
                + Transposition.hayDavies(diffuse, anisotropy, beamRatio * beamModifier, cosTilt)
                + Transposition.ground(global, ALBEDO, cosTilt);
        return Math.min(plane, HIGHEST_IRRADIANCE);
    }

    private static int dayOfYear(long tick) {
        return LocalDate.ofEpochDay(Math.floorDiv(tick, TICKS_PER_DAY)).getDayOfYear();
    }
}
