package io.heliometer.flink.internal;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.flink.EventTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * What stands before every keyed query: drops what cannot be trusted and end-of-stream markers, and
 * adds the string. Chained to the source, so that nothing is shuffled only to be dropped.
 *
 * <p>A device that never talks cannot create its own state. So at its first record each subtask
 * also calls its share of all strings ({@link Extra#CALLS}). It does so again after a restore;
 * whoever is called twice ignores it. A subtask's watermark cannot have moved before its first
 * record, so a call is never behind it.
 */
public final class TrustedReadings extends ProcessFunction<Arrival, StringRecord> {
    private static final long serialVersionUID = 1L;

    /** Rows of the rejects topic; empty without {@link Extra#REJECTS}. */
    public static final OutputTag<OutputRow> REJECT_ROWS =
            new OutputTag<>("reject-rows", TypeInformation.of(OutputRow.class));

    /** Rejects of known sites; empty without {@link Extra#REJECTS}. */
    public static final OutputTag<TimedReject> COUNTED =
            new OutputTag<>("counted-rejects", TypeInformation.of(TimedReject.class));

    private final String jobFile;
    private final EnumSet<Extra> extras;
    private transient ValidateReadings rules;
    private transient OpenJob job;
    private transient boolean called;

    /** What leaves beside trusted readings. */
    public enum Extra {
        /** Announcements of versions. */
        ANNOUNCEMENTS,
        /** A call to every registered string, before its first reading. */
        CALLS,
        /** Rejects, on the side outputs. */
        REJECTS
    }

    @SuppressWarnings("NullAway.Init") // Flink calls open before the first record.
    private TrustedReadings(String jobFile, EnumSet<Extra> extras) {
        this.jobFile = jobFile;
        this.extras = extras;
    }

    /**
     * Returns the trusted readings of a stream, in its order, with the extras that are asked for.
     * The timestamps must be event times of accepted records, and tell which records those are.
     */
    public static SingleOutputStreamOperator<StringRecord> of(
            DataStream<Arrival> arrivals, String jobFile, Extra... extras) {
        EnumSet<Extra> wanted = EnumSet.noneOf(Extra.class);
        wanted.addAll(List.of(extras));
        return arrivals.process(new TrustedReadings(jobFile, wanted))
                .setParallelism(arrivals.getParallelism())
                .name("trusted-readings")
                .uid("trusted-readings");
    }

    @Override
    public void open(OpenContext context) {
        job = OpenJob.at(jobFile);
        rules = job.rules();
        called = !extras.contains(Extra.CALLS);
    }

    @Override
    public void processElement(Arrival arrival, Context context, Collector<StringRecord> out) {
        if (!called) {
            called = true;
            callStrings(out);
        }
        Panel version = arrival.registration();
        if (version != null) {
            if (extras.contains(Extra.ANNOUNCEMENTS)) {
                out.collect(StringRecord.announcement(version));
            }
            return;
        }
        if (arrival.isFlush()) {
            return;
        }
        PanelReading reading = arrival.reading();
        if (reading == null || isRejected(context)) {
            reject(arrival, context);
        } else {
            out.collect(StringRecord.of(job.panel(reading.device()).string(), reading));
        }
    }

    /** The rules have run once already: what they reject was given no time by the source. */
    private static boolean isRejected(Context context) {
        Long timeMillis = context.timestamp();
        return timeMillis == null || timeMillis == EventTime.NO_TIME;
    }

    private void callStrings(Collector<StringRecord> out) {
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        int subtasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        for (int string : job.panelsByString().keySet()) {
            if (string % subtasks == subtask) {
                out.collect(StringRecord.call(string));
            }
        }
    }

    private void reject(Arrival arrival, Context context) {
        if (!extras.contains(Extra.REJECTS)) {
            return;
        }
        RejectReason reason = Objects.requireNonNull(rules.check(arrival.reading()));
        context.output(REJECT_ROWS, OutputRow.reject(ValidateReadings.rejectRow(arrival, reason)));
        PanelReading reading = arrival.reading();
        Integer site = rules.countedSite(reading);
        if (reading != null && site != null) {
            CountedReject key = new CountedReject(site, reason.code());
            context.output(COUNTED, new TimedReject(key, reading.receivedTimeMillis()));
        }
    }
}
