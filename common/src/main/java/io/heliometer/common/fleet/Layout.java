package io.heliometer.common.fleet;

import java.util.Arrays;

/**
 * How dense device ids map to strings, inverters and sites, and where strings stand in a site. 20
 * panels hang on a string, up to 10 strings on an inverter. Sites have 200 panels, or sizes of a
 * power law with the largest first; the last string may be shorter. Immutable.
 */
final class Layout {
    static final int PANELS_PER_STRING = 20;
    static final int STRINGS_PER_INVERTER = 10;
    static final int REGIONS = 4;

    /** 20 modules of about 1.1 m side by side, plus a path. */
    private static final double COLUMN_METRES = 40;

    private static final double ROW_METRES = 10;
    private static final int LEAST_COLUMNS = 2;

    private final int devices;
    private final int[] firstStringOfSite;
    private final int[] firstInverterOfSite;
    private final int[] siteOfString;
    private final int[] siteOfInverter;

    Layout(FleetSpec spec) {
        devices = spec.devices();
        int strings = ceilDiv(devices, PANELS_PER_STRING);
        int sites = ceilDiv(strings, STRINGS_PER_INVERTER);
        int[] sizes = spec.skewHundredths() == 0
                ? equalSizes(strings, sites)
                : skewedSizes(strings, sites, spec.skewHundredths() / 100.0);
        firstStringOfSite = new int[sites + 1];
        firstInverterOfSite = new int[sites + 1];
        siteOfString = new int[strings];
        for (int site = 0; site < sites; site++) {
            int first = firstStringOfSite[site];
            firstStringOfSite[site + 1] = first + sizes[site];
            firstInverterOfSite[site + 1] =
                    firstInverterOfSite[site] + ceilDiv(sizes[site], STRINGS_PER_INVERTER);
            Arrays.fill(siteOfString, first, first + sizes[site], site);
        }
        siteOfInverter = new int[firstInverterOfSite[sites]];
        for (int site = 0; site < sites; site++) {
            Arrays.fill(
                    siteOfInverter, firstInverterOfSite[site], firstInverterOfSite[site + 1], site);
        }
    }

    private static int[] equalSizes(int strings, int sites) {
        int[] sizes = new int[sites];
        Arrays.fill(sizes, STRINGS_PER_INVERTER);
        sizes[sites - 1] = strings - (sites - 1) * STRINGS_PER_INVERTER;
        return sizes;
    }

    /**
     * One string each; the rest in proportion to rank^-exponent, what is left over to the first.
     */
    private static int[] skewedSizes(int strings, int sites, double exponent) {
        double[] weights = new double[sites];
        double sum = 0;
        for (int site = 0; site < sites; site++) {
            weights[site] = StrictMath.pow(site + 1.0, -exponent);
            sum += weights[site];
        }
        int[] sizes = new int[sites];
        int left = strings;
        for (int site = 0; site < sites; site++) {
            sizes[site] = 1 + (int) Math.floor((strings - sites) * (weights[site] / sum));
            left -= sizes[site];
        }
        for (int site = 0; left > 0; site = (site + 1) % sites) {
            sizes[site]++;
            left--;
        }
        return sizes;
    }

    static int string(int device) {
        return device / PANELS_PER_STRING;
    }

    int devices() {
        return devices;
    }

    int strings() {
        return siteOfString.length;
    }

    int inverters() {
        return siteOfInverter.length;
    }

    int sites() {
        return firstStringOfSite.length - 1;
    }

    int siteOfString(int string) {
        return siteOfString[string];
    }

    int siteOfInverter(int inverter) {
        return siteOfInverter[inverter];
    }

    int site(int device) {
        return siteOfString[string(device)];
    }

    int inverter(int device) {
        return inverterOfString(string(device));
    }

    int inverterOfString(int string) {
        int site = siteOfString[string];
        return firstInverterOfSite[site]
                + (string - firstStringOfSite[site]) / STRINGS_PER_INVERTER;
    }

    int firstStringOfInverter(int inverter) {
        int site = siteOfInverter[inverter];
        return firstStringOfSite[site]
                + (inverter - firstInverterOfSite[site]) * STRINGS_PER_INVERTER;
    }

    /** Returns the first string after those of an inverter. */
    int endStringOfInverter(int inverter) {
        int site = siteOfInverter[inverter];
        return Math.min(
                firstStringOfInverter(inverter) + STRINGS_PER_INVERTER,
                firstStringOfSite[site + 1]);
    }

    int firstInverterOfSite(int site) {
        return firstInverterOfSite[site];
    }

    /** Returns the first inverter after those of a site. */
    int endInverterOfSite(int site) {
        return firstInverterOfSite[site + 1];
    }

    int firstDeviceOfSite(int site) {
        return firstStringOfSite[site] * PANELS_PER_STRING;
    }

    /** Returns the first device after those of a site. */
    int endDeviceOfSite(int site) {
        return endDeviceOfString(firstStringOfSite[site + 1] - 1);
    }

    /** Returns the first device after those of a string. */
    int endDeviceOfString(int string) {
        return Math.min((string + 1) * PANELS_PER_STRING, devices);
    }

    /** Returns how far east of the site's middle the string's middle is, m. */
    double eastMetres(int string) {
        int columns = columns(string);
        return (place(string) % columns - (columns - 1) / 2.0) * COLUMN_METRES;
    }

    /** Returns how far north of the site's middle the string's middle is, m. */
    double northMetres(int string) {
        int columns = columns(string);
        int middleRow = (ceilDiv(nominalStrings(string), columns) - 1) / 2;
        return (place(string) / columns - middleRow) * ROW_METRES;
    }

    private int place(int string) {
        return string - firstStringOfSite[siteOfString[string]];
    }

    /** A site that is not full stands as if it were, so that a larger fleet moves no string. */
    private int nominalStrings(int string) {
        int site = siteOfString[string];
        return Math.max(
                firstStringOfSite[site + 1] - firstStringOfSite[site], STRINGS_PER_INVERTER);
    }

    /** As many as make the site about square. */
    private int columns(int string) {
        double side = Math.sqrt(nominalStrings(string) * ROW_METRES / COLUMN_METRES);
        return Math.max(LEAST_COLUMNS, (int) Math.ceil(side));
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
