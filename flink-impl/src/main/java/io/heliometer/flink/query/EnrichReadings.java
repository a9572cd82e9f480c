package io.heliometer.flink.query;

import static io.heliometer.common.query.EnrichReadings.asOf;
import static io.heliometer.common.query.EnrichReadings.later;
import static io.heliometer.common.query.EnrichReadings.row;
import static io.heliometer.common.query.EnrichReadings.unregisteredRow;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.flink.internal.ByString;
import io.heliometer.flink.internal.OpenJob;
import io.heliometer.flink.internal.OutputRow;
import io.heliometer.flink.internal.StringRecord;
import io.heliometer.flink.internal.TrustedReadings;
import io.heliometer.flink.internal.TrustedReadings.Extra;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Q2: announcements take the same way as the readings, so a key sees both in the order of its
 * partition, and the join is a look into keyed state. Only announced versions are state; the
 * registry file is on every worker. The tempting way, a broadcast stream of versions joined with
 * the readings, has no order between its two inputs.
 */
public final class EnrichReadings {
    private static final OutputTag<OutputRow> UNREGISTERED =
            new OutputTag<>("unregistered-rows", TypeInformation.of(OutputRow.class));

    private EnrichReadings() {}

    /** Returns the rows of both topics. */
    public static DataStream<OutputRow> apply(DataStream<Arrival> arrivals, String jobFile) {
        KeyedStream<StringRecord, Integer> byString =
                // tag::key[]
                ByString.shuffle(TrustedReadings.of(arrivals, jobFile, Extra.ANNOUNCEMENTS));
        // end::key[]
        SingleOutputStreamOperator<StringRecord> enriched = enriched(byString, jobFile);
        return enriched.map(new Row(), ByString.rowType())
                .name("enriched-rows")
                .uid("enriched-rows")
                .union(unregistered(enriched));
    }

    /** Returns the readings with their versions, and calls to strings as they are. */
    static SingleOutputStreamOperator<StringRecord> enriched(
            KeyedStream<StringRecord, Integer> records, String jobFile) {
        return records.process(new AsOf(jobFile)).name("enrich-readings").uid("enrich-readings");
    }

    /** Returns the rows of what {@link #enriched} held back, for the rejects topic. */
    static DataStream<OutputRow> unregistered(SingleOutputStreamOperator<StringRecord> enriched) {
        return enriched.getSideOutput(UNREGISTERED);
    }

    // tag::state[]
    /** Per device of the string that has any: the announced versions that may still hold. */
    private static final class AsOf
            extends KeyedProcessFunction<Integer, StringRecord, StringRecord> {
        private static final long serialVersionUID = 1L;
        private final String jobFile;
        private transient OpenJob job;
        private transient MapState<Integer, List<Panel>> announcedByDevice;

        @SuppressWarnings("NullAway.Init") // Flink calls open before the first record.
        AsOf(String jobFile) {
            this.jobFile = jobFile;
        }

        @Override
        public void open(OpenContext context) {
            job = OpenJob.at(jobFile);
            announcedByDevice = getRuntimeContext()
                    .getMapState(new MapStateDescriptor<>(
                            "announced", Types.INT, Types.LIST(TypeInformation.of(Panel.class))));
        }

        @Override
        public void processElement(
                StringRecord record, Context context, Collector<StringRecord> out)
                throws Exception {
            if (record.isReading()) {
                enrich(record, context, out);
            } else if (record.isAnnouncement()) {
                announce(
                        Objects.requireNonNull(record.panel()),
                        context.timerService().currentWatermark());
            } else {
                out.collect(record);
            }
        }

        private void enrich(StringRecord record, Context context, Collector<StringRecord> out)
                throws Exception {
            PanelReading reading = record.trusted();
            Panel registered = job.registry().find(reading.device());
            List<Panel> announced = announcedByDevice.get(reading.device());
            Panel version = announced == null
                    ? later(registered, null, reading.eventTimeMillis())
                    : asOf(registered, announced, reading.eventTimeMillis());
            if (version == null) {
                context.output(UNREGISTERED, OutputRow.reject(unregisteredRow(reading)));
            } else {
                out.collect(record.enrichedBy(version));
            }
        }

        /**
         * Adds a version, and forgets those that no reading can join any more: all that already
         * hold when the next possible reading was taken, but for the one that wins there.
         */
        private void announce(Panel version, long watermark) throws Exception {
            List<Panel> known = announcedByDevice.get(version.device());
            List<Panel> kept = new ArrayList<>();
            kept.add(version);
            if (known != null) {
                long next = watermark + 1;
                Panel winner = asOf(job.registry().find(version.device()), known, next);
                known.stream()
                        .filter(other -> other.validFromMillis() > next || other.equals(winner))
                        .forEach(kept::add);
            }
            announcedByDevice.put(version.device(), kept);
        }
    }

    // end::state[]

    // tag::emit[]
    /** Writes each reading at once: nothing has to be waited for. */
    private static final class Row implements MapFunction<StringRecord, OutputRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public OutputRow map(StringRecord enriched) {
            Panel version = Objects.requireNonNull(enriched.panel());
            return OutputRow.result(row(new EnrichedReading(enriched.trusted(), version)));
        }
    }
    // end::emit[]
}
