package io.heliometer.kstreams;

import io.heliometer.common.engine.Job;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** Bytes in: the panel topic, one task per partition, in the order of the partition. */
final class ReadingSource {
    /** The source node's name, as it stands in metrics and in the topology's description. */
    static final String NAME = "panel-readings";

    private ReadingSource() {}

    /** Adds the source. A malformed payload passes as data; see {@link Wire#arrivals}. */
    static void addTo(Topology topology, Job job) {
        topology.addSource(
                // Without committed offsets, from the start: a trial may be written before we are
                // up.
                AutoOffsetReset.earliest(),
                NAME,
                EventTime.TRANSPORT_TIME,
                new ByteArrayDeserializer(),
                Wire.arrivals(),
                job.panelTopic());
    }
}
