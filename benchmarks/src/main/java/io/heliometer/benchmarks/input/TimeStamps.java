package io.heliometer.benchmarks.input;

import io.heliometer.common.engine.UsageException;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns a row's stamp into the start of its sampling interval.
 *
 * @param formatter strict: 30 February is malformed and never 28 February
 * @param offset offset of stamps that carry none
 * @param stampsEnd whether the stamp is the end of the interval
 * @param periodMillis tau, ms
 */
record TimeStamps(
        DateTimeFormatter formatter,
        Optional<ZoneOffset> offset,
        boolean stampsEnd,
        long periodMillis) {
    /** Stands for ISO 8601 with a T or a blank between date and time. */
    static final String ISO = "iso";

    private static final int ISO_DATE_LENGTH = 10;

    /** Years outside are a broken clock, and would overflow the arithmetic of windows. */
    private static final int MIN_YEAR = 1970;

    private static final int MAX_YEAR = 2199;

    /**
     * Returns the formatter of a pattern.
     *
     * @throws UsageException if the pattern is none
     */
    static DateTimeFormatter formatter(String pattern) {
        if (pattern.equals(ISO)) {
            return DateTimeFormatter.ISO_DATE_TIME;
        }
        try {
            // A strict formatter knows the year of "yyyy" only together with an era.
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "time.format must be iso or a pattern such as yyyy-MM-dd HH:mm:ss, was "
                            + pattern + ": " + e.getMessage());
        }
    }

    /**
     * Returns the start of the sampling interval, ms UTC, or nothing if the text is no such stamp.
     *
     * @throws UsageException if the stamp needs {@code time.offset} and there is none
     */
    Optional<Long> eventTimeMillis(String text) {
        try {
            TemporalAccessor stamp =
                    formatter.parseBest(withT(text), ZonedDateTime::from, LocalDateTime::from);
            int year = stamp.get(ChronoField.YEAR);
            if (year < MIN_YEAR || year > MAX_YEAR) {
                return Optional.empty();
            }
            long millis = stampMillis(stamp);
            return Optional.of(stampsEnd ? millis - periodMillis : millis);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String withT(String text) {
        boolean blank = formatter == DateTimeFormatter.ISO_DATE_TIME
                && text.length() > ISO_DATE_LENGTH
                && text.charAt(ISO_DATE_LENGTH) == ' ';
        return blank
                ? text.substring(0, ISO_DATE_LENGTH) + "T" + text.substring(ISO_DATE_LENGTH + 1)
                : text;
    }

    private long stampMillis(TemporalAccessor stamp) {
        if (stamp instanceof ZonedDateTime zoned) {
            return zoned.toInstant().toEpochMilli();
        }
        ZoneOffset assumed = offset.orElseThrow(
                () -> new UsageException(
                        "time.offset must be set, such as -07:00, because the time stamps carry no offset"));
        return LocalDateTime.from(stamp).toInstant(assumed).toEpochMilli();
    }
}
