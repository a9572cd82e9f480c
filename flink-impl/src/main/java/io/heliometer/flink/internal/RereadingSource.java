package io.heliometer.flink.internal;

import io.heliometer.common.model.Arrival;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Flink's Kafka source, but a restored partition starts one record earlier.
 *
 * <p>Offsets are state, watermarks are not. A partition that had been read to its end-of-stream
 * marker when the checkpoint was taken gives no record after the restore, so its watermark stays at
 * the beginning of time and holds back every window of the job for ever. The usual answer,
 * {@code withIdleness}, trades that for a guess: a starved partition counts as idle too, and what
 * it brings later is dropped. Reading its last record again is exact: the marker moves time and
 * enters no state, any other record is skipped (more will follow it): a reading must not count
 * twice, and an announcement is state by then.
 *
 * <p>Until the first new record of each partition time stands still at its beginning, and may then
 * be less than it was. Nothing behind this may therefore take a watermark for a promise that it
 * grows over a restore; timers and state do not need that, as everything at or before the former
 * watermark has fired, and nothing that is accepted is at or before it.
 */
public final class RereadingSource
        implements Source<Arrival, KafkaPartitionSplit, KafkaSourceEnumState>,
                ResultTypeQueryable<Arrival> {
    private static final long serialVersionUID = 1L;
    private final Source<Arrival, KafkaPartitionSplit, KafkaSourceEnumState> kafka;
    private final ResumeOffsets resume;

    /**
     * Wraps Flink's source.
     *
     * @param kafka the source, whose deserializer (or reader) holds {@code resume}: Java
     *     serialization keeps the two one object on the worker
     * @param resume where partitions resume
     */
    public RereadingSource(
            Source<Arrival, KafkaPartitionSplit, KafkaSourceEnumState> kafka,
            ResumeOffsets resume) {
        this.kafka = kafka;
        this.resume = resume;
    }

    @Override
    public SourceReader<Arrival, KafkaPartitionSplit> createReader(SourceReaderContext context)
            throws Exception {
        return new RereadingReader(kafka.createReader(context), resume);
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) throws Exception {
        return kafka.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState checkpoint)
            throws Exception {
        return kafka.restoreEnumerator(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return kafka.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return kafka.getEnumeratorCheckpointSerializer();
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return ArrivalSerializer.TYPE;
    }
}
