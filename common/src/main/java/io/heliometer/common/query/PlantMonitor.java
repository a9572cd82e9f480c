package io.heliometer.common.query;

/**
 * M, the monitoring application: Q0, Q1 and Q2 in this order, then Q3, Q5 and Q6 side by side on
 * what came through, in one job. Its rows are those of the queries behind the number of the query:
 * {@code 0,2,site,reason,windowStart,count}, {@code 1,2,site,hourStart,count}, {@code 3,...},
 * {@code 5,...}, {@code 6,...}; rows per reading are not written. Rejects: those of Q0 and Q2.
 *
 * <p>There is one clock, that of accepted event times. It stands behind received time, so it may
 * close the reject counts too: only later than their own clock would, never with another count.
 */
public final class PlantMonitor {
    private PlantMonitor() {}

    /** Queries whose rows the application writes. */
    public enum Part {
        /** Reject counts. */
        VALIDATE_READINGS(0),
        /** Counts of retransmissions. */
        DEDUPLICATE_READINGS(1),
        /** Five minutes of a string. */
        STRING_ROLLUP(3),
        /** Panels that lag. */
        PEER_COMPARISON(5),
        /** Devices that stopped talking. */
        SILENT_DEVICES(6);

        private final int number;

        Part(int number) {
            this.number = number;
        }

        /** Returns the row of the query as a row of the application. */
        public String row(String queryRow) {
            return number + "," + queryRow;
        }
    }
}
