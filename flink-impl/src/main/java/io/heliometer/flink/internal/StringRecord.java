package io.heliometer.flink.internal;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What travels to a string, under one type so that one shuffle carries it in its order: a trusted
 * reading (with the version of its panel once that is known), the announcement of a version (only a
 * panel), or a call to a string that may never be heard of otherwise (neither). The string is
 * looked up once, before the shuffle: the key selector runs on both sides of it.
 *
 * @param string the string, which is the key of every operator behind the rules of Q0
 * @param reading a reading that passed every rule, or null
 * @param panel the version that a reading belongs to, or the one that is announced, or null
 */
@TypeInfo(ValueTypes.OfStringRecord.class)
public record StringRecord(
        int string,
        @Nullable PanelReading reading,
        @Nullable Panel panel) {
    /** Returns a reading whose version nobody has asked for. */
    public static StringRecord of(int string, PanelReading reading) {
        return new StringRecord(string, reading, null);
    }

    /** Returns the announcement of a version. */
    public static StringRecord announcement(Panel version) {
        return new StringRecord(version.string(), null, version);
    }

    /** Returns the call that tells a string's operator that the string exists. */
    public static StringRecord call(int string) {
        return new StringRecord(string, null, null);
    }

    /** Returns whether this holds a reading. */
    public boolean isReading() {
        return reading != null;
    }

    /** Returns whether this announces a version. */
    public boolean isAnnouncement() {
        return reading == null && panel != null;
    }

    /** Returns the reading of a record that {@link #isReading}. */
    public PanelReading trusted() {
        return Objects.requireNonNull(reading);
    }

    /** Returns the reading with the version of its panel. */
    public StringRecord enrichedBy(Panel version) {
        return new StringRecord(string, reading, version);
    }
}
