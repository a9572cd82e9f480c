package io.heliometer.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the rate of an open-loop load goes over the wall-clock time of a trial. The mean, and so the
 * length, is the same for every profile: only the rate in between differs.
 *
 * @param shape the kind of curve
 * @param count waves of a diurnal profile, levels of a step, bursts of a burst
 * @param lowPercent the lowest rate of diurnal, step and ramp, percent of the mean; the highest
 *     lies as far above the mean
 * @param burstPercent the rate within a burst, percent of the mean
 * @param burstSharePercent the time that is within bursts, percent
 */
public record LoadProfile(
        Shape shape, int count, int lowPercent, int burstPercent, int burstSharePercent) {
    /** The mean rate all the time. */
    public static final LoadProfile CONSTANT = new LoadProfile(Shape.CONSTANT, 1, 100, 100, 1);

    /** More waves, levels or bursts than this would be lost between the slices of a table. */
    public static final int MOST_COUNT = 50;

    private static final int FIELDS = 5;
    private static final int PERCENT = 100;

    /** The kind of curve. */
    public enum Shape {
        /** The mean rate all the time. */
        CONSTANT,
        /** Low, high, low, as the sun goes; that many times. */
        DIURNAL,
        /** Levels of equal length, from low to high. */
        STEP,
        /** A base rate with bursts of equal length at equal distances. */
        BURST,
        /** From low to high in a straight line. */
        RAMP;

        /** Returns the shape of this name, in lower case, or null. */
        public static @Nullable Shape find(String name) {
            return Arrays.stream(values())
                    .filter(shape -> shape.text().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        /** Returns the names of all shapes. */
        public static List<String> names() {
            return Arrays.stream(values()).map(Shape::text).toList();
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LoadProfile {
        requireWithin("count", count, MOST_COUNT);
        requireWithin("lowPercent", lowPercent, PERCENT);
        requireWithin("burstSharePercent", burstSharePercent, PERCENT - 1);
        requireWithin("burstPercent", burstPercent, (PERCENT * PERCENT - 1) / burstSharePercent);
    }

    private static void requireWithin(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be 1.." + most + ", was " + value);
        }
    }

    /**
     * Returns the rate at a moment, relative to the mean; always positive.
     *
     * @param time share of the trial that has passed, 0 to 1
     */
    double rate(double time) {
        double low = (double) lowPercent / PERCENT;
        double swing = 1 - low;
        return switch (shape) {
            case CONSTANT -> 1;
            case DIURNAL -> 1 - swing * StrictMath.cos(2 * StrictMath.PI * count * time);
            case STEP -> count == 1 ? 1 : low + 2 * swing * level(time) / (count - 1);
            case BURST -> inBurst(time) ? (double) burstPercent / PERCENT : rateBetweenBursts();
            case RAMP -> low + 2 * swing * time;
        };
    }

    private int level(double time) {
        return Math.min(count - 1, (int) (time * count));
    }

    /** Bursts stand in the middle of equal parts of the trial. */
    private boolean inBurst(double time) {
        double part = time * count - Math.floor(time * count);
        return Math.abs(part - 0.5) * 2 * PERCENT < burstSharePercent;
    }

    private double rateBetweenBursts() {
        return (double) (PERCENT * PERCENT - burstPercent * burstSharePercent)
                / (PERCENT * (PERCENT - burstSharePercent));
    }

    /** Returns the profile as one word, for another process and the run's record. */
    public String text() {
        return String.join(
                ",",
                shape.text(),
                Integer.toString(count),
                Integer.toString(lowPercent),
                Integer.toString(burstPercent),
                Integer.toString(burstSharePercent));
    }

    /** Returns the profile of a {@link #text}. */
    public static LoadProfile parse(String text) {
        String[] fields = text.split(",", -1);
        Shape shape = Shape.find(fields[0]);
        if (shape == null || fields.length != FIELDS) {
            throw new IllegalArgumentException("profile must be <shape>,<count>,<low percent>,"
                    + "<burst percent>,<burst share percent>, was " + text);
        }
        return new LoadProfile(
                shape,
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                Integer.parseInt(fields[3]),
                Integer.parseInt(fields[4]));
    }
}
