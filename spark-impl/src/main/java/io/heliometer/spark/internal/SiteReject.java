package io.heliometer.spark.internal;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.RejectReason;
import io.heliometer.spark.EventTime;

import org.jspecify.annotations.Nullable;

/**
 * What Q0's counts need of one record, as columns: nearly always only its received time. A bean for
 * the reasons given at {@link StringSample}.
 */
public final class SiteReject {
    private static final int NONE = 0;

    /** A malformed record: it names no time and no site. */
    private static final SiteReject MALFORMED = new SiteReject(EventTime.NO_TIME, NONE, NONE);

    private final long clockMillis;
    private final int site;
    private final int reason;

    private SiteReject(long clockMillis, int site, int reason) {
        this.clockMillis = clockMillis;
        this.site = site;
        this.reason = reason;
    }

    /** Returns the columns of a record. */
    public static SiteReject of(@Nullable PanelReading reading, OpenJob job) {
        if (reading == null) {
            return MALFORMED;
        }
        RejectReason reason = reading.flush() ? null : job.rules().check(reading);
        Integer site = reason == null ? null : job.rules().countedSite(reading);
        return reason == null || site == null
                ? new SiteReject(reading.receivedTimeMillis(), NONE, NONE)
                : new SiteReject(reading.receivedTimeMillis(), site, reason.code());
    }

    /** Returns the time to which the record moves its partition's clock, ms, or NO_TIME. */
    public long getClockMillis() {
        return clockMillis;
    }

    /** Returns the time at which the reject counts, ms, or NO_TIME if the record is none. */
    public long getCountedMillis() {
        return reason == NONE ? EventTime.NO_TIME : clockMillis;
    }

    /** Returns the site of a reject. */
    public int getSite() {
        return site;
    }

    /** Returns the reason's code. */
    public int getReason() {
        return reason;
    }
}
