package io.heliometer.benchmarks.input;

import io.heliometer.common.model.Horizon;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the recorded data held, to be read before a run on them is believed.
 *
 * @param files names of the files, in the order of reading
 * @param rowCount lines after the headers that are not blank
 * @param recordCount records to be sent, malformed ones included, end-of-stream markers not
 * @param deviceCount registered devices
 * @param horizon first event time to last event time + tau
 * @param periodMillis tau, ms
 * @param offset offset in which times are printed: {@code time.offset}, else UTC
 * @param malformed what could not be read
 * @param order how the rows stood in time
 * @param gaps spans without records inside the horizon, ascending by time
 * @param uncovered the parts of the first and last local day before and after the recording
 * @param columns what each measurement column held
 */
public record InputSummary(
        List<String> files,
        long rowCount,
        long recordCount,
        int deviceCount,
        Horizon horizon,
        long periodMillis,
        ZoneOffset offset,
        Malformed malformed,
        Order order,
        List<Gap> gaps,
        List<Gap> uncovered,
        List<ColumnRange> columns) {
    public InputSummary {
        files = List.copyOf(files);
        gaps = List.copyOf(gaps);
        uncovered = List.copyOf(uncovered);
        columns = List.copyOf(columns);
    }

    /**
     * What could not be read.
     *
     * @param recordCount records that are sent with a payload that does not parse
     * @param cellCount cells, or whole rows, that are the reason
     * @param examples the first of them
     */
    public record Malformed(long recordCount, long cellCount, List<MalformedCell> examples) {
        public Malformed {
            examples = List.copyOf(examples);
        }
    }

    /**
     * How the rows stood in time.
     *
     * @param outOfOrderRowCount rows with a time before that of the row above
     * @param repeatedStampCount records whose device has an earlier record with the same time
     */
    public record Order(long outOfOrderRowCount, long repeatedStampCount) {}

    /** Returns the number of cells in which a measurement is absent. */
    public long absentCellCount() {
        return columns.stream().mapToLong(ColumnRange::absentCount).sum();
    }

    /** Returns the longest gap inside the horizon, the first of several. */
    public Optional<Gap> longestGap() {
        return gaps.stream()
                .min(Comparator.comparingLong(Gap::lengthMillis)
                        .reversed()
                        .thenComparingLong(Gap::fromMillis));
    }

    /** Returns the summary for a terminal, lines ended by {@code \n}. */
    public String text() {
        return new SummaryText(this).toString();
    }
}
