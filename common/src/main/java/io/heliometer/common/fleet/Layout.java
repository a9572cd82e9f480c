package io.heliometer.common.fleet;

/** How dense device ids map to strings, inverters and sites, and where strings stand in a site. */
final class Layout {
    static final int PANELS_PER_STRING = 20;
    static final int STRINGS_PER_SITE = 10;
    static final int PANELS_PER_SITE = PANELS_PER_STRING * STRINGS_PER_SITE;
    static final int REGIONS = 4;

    /** Two columns of strings: 20 modules of about 1.1 m side by side, plus a path. */
    private static final int COLUMNS = 2;

    private static final double COLUMN_METRES = 40;
    private static final double ROW_METRES = 10;
    private static final int MIDDLE_ROW = 2;

    private Layout() {}

    static int string(int device) {
        return device / PANELS_PER_STRING;
    }

    static int site(int device) {
        return device / PANELS_PER_SITE;
    }

    /** Returns how far east of the site's middle the string's middle is, m. */
    static double eastMetres(int string) {
        int column = string % STRINGS_PER_SITE % COLUMNS;
        return (column - 0.5) * COLUMN_METRES;
    }

    /** Returns how far north of the site's middle the string's middle is, m. */
    static double northMetres(int string) {
        int row = string % STRINGS_PER_SITE / COLUMNS;
        return (row - MIDDLE_ROW) * ROW_METRES;
    }
}
