package io.heliometer.kinesis.internal;

import io.heliometer.common.query.PlantMonitor.Part;

/**
 * Rows of one query as rows of M: behind its number, under one more key column.
 *
 * @param part the query
 * @param rows the rows of M
 */
public record PartRows(Part part, OutputRows rows) implements OutputRows {
    @Override
    public void result(String row, int keyColumns) {
        rows.result(part.row(row), keyColumns + 1);
    }

    @Override
    public void reject(String row, int keyColumns) {
        rows.reject(row, keyColumns);
    }

    @Override
    public void send() {
        rows.send();
    }

    @Override
    public boolean isUnderWay() {
        return rows.isUnderWay();
    }

    @Override
    public void awaitAcknowledged() throws InterruptedException {
        rows.awaitAcknowledged();
    }
}
