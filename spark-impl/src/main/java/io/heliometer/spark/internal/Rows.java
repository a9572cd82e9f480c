package io.heliometer.spark.internal;

import io.heliometer.common.query.PlantMonitor.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the rows of one call of an operator. */
public final class Rows {
    private final OpenJob job;
    private final List<OutputRow> collected = new ArrayList<>();

    Rows(OpenJob job) {
        this.job = job;
    }

    /** Adds a row for the results topic. */
    public void result(String row) {
        collected.add(OutputRow.of(job.resultsTopic(), row));
    }

    /** Adds a row for the rejects topic. */
    public void reject(String row) {
        collected.add(OutputRow.of(job.rejectsTopic(), row));
    }

    /** Adds an encoded row for the rejects topic. */
    public void reject(byte[] row) {
        collected.add(new OutputRow(job.rejectsTopic(), row));
    }

    /** Returns where a query's rows go when it is part of the application. */
    public Consumer<String> resultsOf(Part part) {
        return row -> result(part.row(row));
    }

    List<OutputRow> collected() {
        return collected;
    }
}
