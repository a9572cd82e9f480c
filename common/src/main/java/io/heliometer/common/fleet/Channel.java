package io.heliometer.common.fleet;

/**
 * The channels of the counter-based random numbers, one per purpose, so that a new purpose never
 * changes the draws of an old one. Those of {@link FaultRate} begin at 40. Changing a number
 * changes every fleet.
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
    static final int AGE = 19;
    static final int RAIN_CLIMATE = 20;
    static final int RAIN = 21;
    static final int WASH = 22;
    static final int SNOW = 23;
    static final int GRID_LIMIT = 24;
    static final int FAULT_SEED = 25;
    static final int GUARANTEED_FAULT = 26;

    private Channel() {}
}
