package io.heliometer.flink.internal;

import io.heliometer.common.wire.OutputTopic;

import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A row on its way to the sink.
 *
 * @param topic where it is written
 * @param row the CSV row
 */
@TypeInfo(ValueTypes.OfOutputRow.class)
public record OutputRow(OutputTopic topic, String row) {
    /** Returns a row of the results topic. */
    public static OutputRow result(String row) {
        return new OutputRow(OutputTopic.RESULTS, row);
    }

    /** Returns a row of the rejects topic. */
    public static OutputRow reject(String row) {
        return new OutputRow(OutputTopic.REJECTS, row);
    }
}
