package io.heliometer.flink.internal;

import io.heliometer.common.wire.OutputTopic;

/**
 * A row on its way to the sink. Public, because Flink treats a class as a POJO only if it is.
 *
 * @param topic where it is written
 * @param row the CSV row
 */
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
