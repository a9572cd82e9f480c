package io.heliometer.common.fleet;

/**
 * The channels of the counter-based random numbers, one per purpose, so that a new purpose never
 * changes the draws of an old one. Changing a number changes every fleet.
 */
final class Channel {
    static final int LATITUDE = 1;
    static final int LONGITUDE = 2;
    static final int ALTITUDE = 3;
    static final int TILT = 4;
    static final int AZIMUTH = 5;
    static final int TURBIDITY = 6;
    static final int CLOUD_SPEED = 7;
    static final int CLOUD_DIRECTION = 8;
    static final int CLOUD_FIELD = 9;
    static final int SKY_START = 10;
    static final int SKY_STEP = 11;
    static final int SKY_LEVEL = 12;
    static final int SKY_NEXT = 18;
    static final int AMBIENT = 13;
    static final int WIND = 14;
    static final int PANEL_SPREAD = 15;
    static final int SENSOR_NOISE = 16;
    static final int CALIBRATION = 17;

    private Channel() {}
}
