package io.heliometer.spark.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * What a query keeps of one site, and what it does with records and time. All of it is in memory
 * while the site's records of one batch are worked off, and one value in the state store in
 * between.
 */
public interface SiteState {
    /** There is nothing to wake up for. */
    long NEVER = Long.MAX_VALUE;

    /** Makes the state of a site that has none yet; travels to the executors. */
    @FunctionalInterface
    interface Factory extends Serializable {
        /** Returns an empty state. */
        SiteState open(int site, OpenJob job);
    }

    /** Takes back what {@link #write} wrote. */
    void read(DataInput in) throws IOException;

    /** Writes everything that the next batch needs; nothing if there is nothing to keep. */
    void write(DataOutput out) throws IOException;

    /**
     * Takes the site's records of one batch, in any order.
     *
     * @param batch all that the batch has of this site
     * @param rows takes rows that are final at once
     */
    void take(List<SiteRecord> batch, Rows rows);

    /**
     * Writes what is final and forgets what can no longer matter.
     *
     * @param watermarkMillis no accepted reading of this site at or before it will follow
     * @param rows takes the rows
     */
    void settle(long watermarkMillis, Rows rows);

    /** Returns the least watermark at which {@link #settle} may have a row to write, or NEVER. */
    long nextWakeMillis();
}
