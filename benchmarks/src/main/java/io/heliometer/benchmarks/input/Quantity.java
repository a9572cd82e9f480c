package io.heliometer.benchmarks.input;

/** What a mapped column measures. */
enum Quantity {
    VOLTAGE("voltage"),
    CURRENT("current"),
    TEMPERATURE("temperature"),
    IRRADIANCE("irradiance");

    private final String key;

    Quantity(String key) {
        this.key = key;
    }

    /** Returns the word that stands for it in a mapping's keys. */
    String key() {
        return key;
    }
}
