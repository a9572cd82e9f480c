package io.heliometer.benchmarks.input;

/** Keeps text of unknown length printable. */
final class Texts {
    private static final int SHORT = 60;

    private Texts() {}

    /** Returns at most sixty characters of a text. */
    static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "...";
    }
}
