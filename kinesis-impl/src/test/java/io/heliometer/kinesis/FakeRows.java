package io.heliometer.kinesis;

import io.heliometer.kinesis.internal.OutputRows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The output streams: rows that nobody waited for may be lost when the reader dies. */
final class FakeRows implements OutputRows {
    private final List<String> written = new ArrayList<>();
    private final List<String> underWay = new ArrayList<>();

    @Override
    public void result(String row, int keyColumns) {
        underWay.add("results " + row);
    }

    @Override
    public void reject(String row, int keyColumns) {
        underWay.add("rejects " + row);
    }

    @Override
    public boolean isUnderWay() {
        return !underWay.isEmpty();
    }

    @Override
    public void send() {
        // Sent is not yet acknowledged.
    }

    @Override
    public void awaitAcknowledged() {
        written.addAll(underWay);
        underWay.clear();
    }

    /** Loses the rows that were not acknowledged, all of them. */
    void lose() {
        underWay.clear();
    }

    /** Loses some of the rows that were not acknowledged, and returns those that arrived. */
    List<String> loseSome(Random random) {
        List<String> arrived =
                underWay.stream().filter(row -> random.nextBoolean()).toList();
        written.addAll(arrived);
        underWay.clear();
        return arrived;
    }

    /** Returns the rows of one stream, sorted. */
    List<String> of(String stream) {
        return written.stream()
                .filter(row -> row.startsWith(stream + " "))
                .map(row -> row.substring(stream.length() + 1))
                .sorted()
                .toList();
    }

    /** Returns the rows of both streams with the stream's name in front. */
    List<String> all() {
        return List.copyOf(written);
    }
}
