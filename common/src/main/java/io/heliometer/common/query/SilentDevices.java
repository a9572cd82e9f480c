package io.heliometer.common.query;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.wire.CsvRow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Q6: which device stopped talking? An absence is known only when time has passed, so everything
 * here happens on a watermark: an engine collects the event times of a device and asks
 * {@link #settle} whenever the watermark has reached {@link #nextWakeMillis}.
 *
 * <p>Per local day, D = [sunrise + 30 min, sunset - 30 min) within the horizon, T = 3 tau. A device
 * is silent at a = max(last event time, D.start) + T if it has no accepted reading with event time
 * in (last, a], and a &lt; D.end. A reading exactly at a cancels.
 *
 * <p>Rows: {@code 1,device,since,silentAt} where since = a - T, once per silence and local day;
 * {@code 2,device,resumeTime,gap} with the next reading, gap = resumeTime - since of the first
 * silence since the last reading, ms.
 */
public final class SilentDevices {
    /** A device that misses this many samples is silent. */
    public static final int MISSED_SAMPLES = 3;

    /** Dawn and dusk do not count, ms each. */
    public static final long TWILIGHT_MILLIS = 1_800_000;

    /** There is nothing to wake up for. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long NONE = Long.MIN_VALUE;
    private static final int SILENT_ROW = 1;
    private static final int RESUME_ROW = 2;

    private final SunTable sun;
    private final Horizon horizon;
    private final long patienceMillis;

    /**
     * Binds the rule to a run.
     *
     * @param samplingPeriodMillis tau, ms
     */
    public SilentDevices(SunTable sun, Horizon horizon, long samplingPeriodMillis) {
        this.sun = sun;
        this.horizon = horizon;
        this.patienceMillis = MISSED_SAMPLES * samplingPeriodMillis;
    }

    /**
     * What must be kept of one device besides its pending event times. All-zero is not a valid
     * state; start with {@link #START}.
     *
     * @param lastMillis greatest settled event time
     * @param sinceMillis where the first silence since then began, if there is one
     * @param silentDay last local day for which a silence since then was written, if there is one
     */
    public record State(long lastMillis, long sinceMillis, long silentDay) {
        /** A device that was never seen. */
        public static final State START = new State(NONE, NONE, NONE);

        /** Returns whether a silence is written whose end is not. */
        public boolean isSilent() {
            return sinceMillis != NONE;
        }
    }

    /**
     * A device and the site whose sun it sees.
     *
     * @param site site id
     * @param device device id
     */
    public record Device(int site, int device) {}

    private record Deadline(long sinceMillis, long silentAtMillis, long day) {}

    /**
     * Brings a device up to a watermark and writes what is final then.
     *
     * @param pendingMillis event times that are not settled, ascending, duplicates allowed; those
     *     at or before the watermark are settled and may be forgotten afterwards
     * @param watermarkMillis no reading at or before it will follow
     * @param rows takes the result rows
     * @return the state to keep
     */
    public State settle(
            Device device,
            State state,
            long[] pendingMillis,
            long watermarkMillis,
            Consumer<String> rows) {
        State now = state;
        for (long time : pendingMillis) {
            if (time > watermarkMillis) {
                break;
            }
            if (time > now.lastMillis) {
                // A reading exactly at the deadline cancels it.
                now = expire(device, now, time - 1, rows);
                now = resume(device, now, time, rows);
            }
        }
        return expire(device, now, watermarkMillis, rows);
    }

    /**
     * Returns the watermark at which {@link #settle} may have something to write, or
     * {@link #NEVER}. At night that is far away: settle earlier whenever pending event times pile
     * up, which changes no row.
     *
     * @param firstPendingMillis least pending event time after the state's last, or {@link #NEVER}
     */
    public long nextWakeMillis(int site, State state, long firstPendingMillis) {
        Deadline next = next(site, state);
        long deadline = next == null ? NEVER : next.silentAtMillis;
        return state.isSilent() ? Math.min(deadline, firstPendingMillis) : deadline;
    }

    private State expire(Device device, State state, long watermarkMillis, Consumer<String> rows) {
        if (state.lastMillis != NONE && watermarkMillis - state.lastMillis < patienceMillis) {
            return state; // Every deadline is at least T behind the last reading.
        }
        State now = state;
        Deadline next = next(device.site, now);
        while (next != null && next.silentAtMillis <= watermarkMillis) {
            rows.accept(new CsvRow()
                    .add(SILENT_ROW)
                    .add(device.device)
                    .add(next.sinceMillis)
                    .add(next.silentAtMillis)
                    .toString());
            long since = now.isSilent() ? now.sinceMillis : next.sinceMillis;
            now = new State(now.lastMillis, since, next.day);
            next = next(device.site, now);
        }
        return now;
    }

    private static State resume(
            Device device, State state, long timeMillis, Consumer<String> rows) {
        if (state.isSilent()) {
            rows.accept(new CsvRow()
                    .add(RESUME_ROW)
                    .add(device.device)
                    .add(timeMillis)
                    .add(timeMillis - state.sinceMillis)
                    .toString());
        }
        return new State(timeMillis, NONE, NONE);
    }

    /** Returns the first deadline that has not been written, or null if none is left. */
    private @Nullable Deadline next(int site, State state) {
        long lastDay = sun.dayOf(site, horizon.endMillis() - 1);
        long day = state.silentDay != NONE
                ? state.silentDay + 1
                : sun.dayOf(site, Math.max(state.lastMillis, horizon.startMillis()));
        for (; day <= lastDay; day++) {
            Deadline deadline = deadline(sun.find(site, day), state);
            if (deadline != null) {
                return deadline;
            }
        }
        return null;
    }

    private @Nullable Deadline deadline(@Nullable SunDay day, State state) {
        if (day == null) {
            return null;
        }
        long start = Math.max(day.sunriseMillis() + TWILIGHT_MILLIS, horizon.startMillis());
        long end = Math.min(day.sunsetMillis() - TWILIGHT_MILLIS, horizon.endMillis());
        long since = Math.max(state.lastMillis, start);
        long silentAt = since + patienceMillis;
        return silentAt < end ? new Deadline(since, silentAt, day.day()) : null;
    }
}
