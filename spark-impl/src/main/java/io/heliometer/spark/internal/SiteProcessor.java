package io.heliometer.spark.internal;

import io.heliometer.common.query.ValidateReadings;
import io.heliometer.common.time.Windows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StatefulProcessorWithInitialState;
import org.apache.spark.sql.streaming.TTLConfig;
import org.apache.spark.sql.streaming.TimeMode;
import org.apache.spark.sql.streaming.TimerValues;
import org.apache.spark.sql.streaming.ValueState;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The operator of {@code transformWithState} around a {@link SiteState}. What it costs is calls
 * into RocksDB, each with a row encoded and copied, so a site has one value and one timer: a batch
 * makes a handful of calls per site, where a map state with an entry per reading makes three per
 * record. The price: a batch that brings one record of a site writes the whole of it, some 200
 * bytes per panel.
 *
 * <p><b>Time.</b> Spark's watermark stands still while a batch runs, so the state of a large batch
 * would be kept until the next one. But a site's records come in order of received time through one
 * partition, so the greatest event time that it has seen, less L + 1, is a bound for what follows:
 * by the same argument as the watermark of a partition, and with less to wait for than the minimum
 * over all of them. The site settles at the later of the two, as soon as a batch is worked off.
 * Spark's matters where nothing comes: a timer is set for the next time at which something becomes
 * final.
 *
 * <p>Spark's timers and watermarks are one above the specification's: see
 * {@link io.heliometer.spark.EventTime}.
 */
public final class SiteProcessor
        extends StatefulProcessorWithInitialState<Integer, SiteRecord, OutputRow, Integer> {
    private static final long serialVersionUID = 1L;

    /** Watermark of a site that has seen nothing. */
    private static final long NOTHING_SEEN = Long.MIN_VALUE;

    private final String jobFile;
    private final SiteState.Factory factory;
    private final long allowedMillis;
    private transient @Nullable ValueState<byte[]> value;
    private transient boolean timed;

    /**
     * Describes the operator; it is opened where it runs.
     *
     * @param allowedMillis L, ms
     */
    public SiteProcessor(String jobFile, SiteState.Factory factory, long allowedMillis) {
        this.jobFile = jobFile;
        this.factory = factory;
        this.allowedMillis = allowedMillis;
    }

    /** A site while the operator works on it. */
    private static final class Site {
        final SiteState state;
        final Rows rows;
        byte[] stored = {};
        long watermarkMillis = NOTHING_SEEN;
        long timerMillis = SiteState.NEVER;

        Site(SiteState state, Rows rows) {
            this.state = state;
            this.rows = rows;
        }
    }

    @Override
    public void init(OutputMode outputMode, TimeMode timeMode) {
        value = getHandle().getValueState("site", Encoders.BINARY(), TTLConfig.NONE());
        timed = timeMode.equals(TimeMode.EventTime());
    }

    @Override
    public void handleInitialState(Integer key, Integer initial, TimerValues timers) {
        // A site that never talks needs its timer all the same.
        close(open(key));
    }

    @Override
    public Iterator<OutputRow> handleInputRows(
            Integer key, Iterator<SiteRecord> records, TimerValues timers) {
        Site site = open(key);
        List<SiteRecord> batch = new ArrayList<>();
        long own = NOTHING_SEEN;
        while (records.hasNext()) {
            SiteRecord next = records.next();
            batch.add(next);
            if (!timed) {
                continue;
            }
            requireNotSettled(site.watermarkMillis, next);
            if (next.getKind() == SiteRecord.READING) {
                own = Math.max(own, next.getTimeMillis() - allowedMillis - 1);
            }
        }
        site.state.take(batch, site.rows);
        if (timed) {
            settle(site, Math.max(own, timers.getCurrentWatermarkInMs() - 1));
        }
        return close(site);
    }

    @Override
    public Iterator<OutputRow> handleExpiredTimer(
            Integer key,
            TimerValues timers,
            org.apache.spark.sql.streaming.ExpiredTimerInfo expired) {
        Site site = open(key);
        // Spark deletes the one that fired, as soon as the rows are taken.
        site.timerMillis = SiteState.NEVER;
        settle(site, timers.getCurrentWatermarkInMs() - 1);
        return close(site);
    }

    /** Spark counts what it drops as late; nothing would count what comes too late here. */
    static void requireNotSettled(long watermarkMillis, SiteRecord next) {
        long time = next.getTimeMillis();
        if (next.getKind() == SiteRecord.READING && time <= watermarkMillis) {
            throw new IllegalStateException("event time must be > watermark of its site, was "
                    + time + " <= " + watermarkMillis);
        }
        boolean counted =
                next.getKind() == SiteRecord.REJECT && next.getSite() != SiteRecord.NO_SITE;
        if (counted && isCountWritten(time, watermarkMillis)) {
            throw new IllegalStateException(
                    "received time of a reject must be in a window that its site has open, was "
                            + time + " at watermark " + watermarkMillis);
        }
    }

    private static boolean isCountWritten(long receivedMillis, long watermarkMillis) {
        long size = ValidateReadings.WINDOW_MILLIS;
        return Windows.isClosed(Windows.startOf(receivedMillis, size), size, watermarkMillis);
    }

    private static void settle(Site site, long watermarkMillis) {
        site.watermarkMillis = Math.max(site.watermarkMillis, watermarkMillis);
        site.state.settle(site.watermarkMillis, site.rows);
    }

    private Site open(int key) {
        OpenJob job = OpenJob.at(jobFile);
        Site site = new Site(factory.open(key, job), new Rows(job));
        byte @Nullable [] stored = state().get();
        if (stored != null) {
            site.stored = stored;
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
                site.watermarkMillis = in.readLong();
                site.timerMillis = in.readLong();
                site.state.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException("state must be what was written", e);
            }
        }
        return site;
    }

    private Iterator<OutputRow> close(Site site) {
        long oldTimer = site.timerMillis;
        site.timerMillis = timed ? site.state.nextWakeMillis() : SiteState.NEVER;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(site.stored.length + 1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(site.watermarkMillis);
            out.writeLong(site.timerMillis);
            site.state.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory must be writable", e);
        }
        byte[] changed = bytes.toByteArray();
        if (!Arrays.equals(changed, site.stored)) {
            state().update(changed);
        }
        if (site.timerMillis != oldTimer) {
            moveTimer(oldTimer, site.timerMillis);
        }
        return CollectionConverters.asScala(site.rows.collected().iterator());
    }

    private void moveTimer(long oldMillis, long newMillis) {
        if (oldMillis != SiteState.NEVER) {
            getHandle().deleteTimer(oldMillis + 1);
        }
        if (newMillis != SiteState.NEVER) {
            getHandle().registerTimer(newMillis + 1);
        }
    }

    private ValueState<byte[]> state() {
        if (value == null) {
            throw new IllegalStateException("operator must be open");
        }
        return value;
    }
}
