package io.heliometer.common.fleet;

/**
 * The slow state of the sky over a site, and the range of the hourly mean clear-sky index in it.
 */
enum Sky {
    CLEAR(1.03, KcMarginal.CLOUDLESS),
    BROKEN(0.5, 0.8),
    OVERCAST(0.15, 0.4);

    private final double lowestMean;
    private final double highestMean;

    Sky(double lowestMean, double highestMean) {
        this.lowestMean = lowestMean;
        this.highestMean = highestMean;
    }

    /** Returns the state a day begins with, for a uniform number in [0, 1). */
    static Sky first(double unit) {
        if (unit < 0.40) {
            return CLEAR;
        }
        return unit < 0.75 ? BROKEN : OVERCAST;
    }

    /** Returns the state that follows this one, for a uniform number in [0, 1); never this one. */
    Sky next(double unit) {
        return switch (this) {
            case CLEAR -> unit < 0.75 ? BROKEN : OVERCAST;
            case BROKEN -> unit < 0.55 ? CLEAR : OVERCAST;
            case OVERCAST -> unit < 0.75 ? BROKEN : CLEAR;
        };
    }

    /** Returns a mean clear-sky index of this state, for a uniform number in [0, 1). */
    double mean(double unit) {
        return lowestMean + unit * (highestMean - lowestMean);
    }
}
