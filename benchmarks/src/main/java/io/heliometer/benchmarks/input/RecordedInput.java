package io.heliometer.benchmarks.input;

import io.heliometer.benchmarks.input.RecordedWorkload.Facts;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.fleet.SunTimes;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.workload.Workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Recorded plant data, read and checked once, to be replayed in place of the simulator.
 *
 * <pre>{@code
 * RecordedInput input = RecordedInput.open(dir);
 * System.out.print(input.summary().text());
 * Workload workload = input.workload(4);
 * }</pre>
 */
public final class RecordedInput {
    /** Name of the mapping in the input's folder. */
    public static final String MAPPING_FILE = "mapping.properties";

    private final PanelRegistry registry;
    private final Horizon horizon;
    private final SunTable sun;
    private final List<SiteRecord> records;
    private final List<IrradianceSample> irradiance;
    private final InputSummary summary;

    private RecordedInput(Mapping mapping, Recording recording) {
        long periodMillis = mapping.time().periodMillis();
        this.registry = new PanelRegistry(
                periodMillis,
                mapping.devices().stream().map(DeviceMapping::panel).toList());
        this.horizon = horizon(recording, periodMillis);
        this.sun = SunTimes.table(mapping.places(), horizon);
        this.records = inReceivedOrder(recording, horizon.startMillis() + periodMillis);
        this.irradiance = recording.irradiance();
        this.summary = new Summarizer(mapping, recording, horizon).summary();
    }

    /** Reads the input of a folder that holds its own {@value #MAPPING_FILE}. */
    public static RecordedInput open(Path dir) throws IOException {
        return open(dir, dir.resolve(MAPPING_FILE));
    }

    /**
     * Reads an input.
     *
     * @param dir the folder from which the mapping's file names are resolved
     * @param mappingFile the mapping, anywhere
     * @throws UsageException if the mapping or a file cannot be used; the message says what to do
     * @throws IOException if reading fails for another reason
     */
    public static RecordedInput open(Path dir, Path mappingFile) throws IOException {
        Mapping mapping = MappingReader.read(mappingFile);
        Recorder recorder = new Recorder(mapping);
        for (String name : mapping.layout().files()) {
            read(dir.resolve(name), mapping, recorder);
        }
        return new RecordedInput(mapping, recorder.recording());
    }

    private static void read(Path path, Mapping mapping, Recorder recorder) throws IOException {
        try (DataFile file = DataFile.open(path, mapping.layout())) {
            Layout layout = Layout.of(mapping, file.header());
            for (DataRow row = file.next(); row != null; row = file.next()) {
                recorder.accept(layout, row);
            }
        }
    }

    private static Horizon horizon(Recording recording, long periodMillis) {
        var times = recording.eventTimes().values().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .summaryStatistics();
        if (times.getCount() == 0) {
            throw new UsageException("input must hold a row with a readable time, had "
                    + recording.rowCount() + " rows and none"
                    + recording.malformedExamples().stream()
                            .findFirst()
                            .map(cell -> "; the first is " + cell + "; check time.format")
                            .orElse(""));
        }
        return new Horizon(times.getMin(), times.getMax() + periodMillis);
    }

    /** Sorts stably, so that equal times keep the order of the files. */
    private static List<SiteRecord> inReceivedOrder(Recording recording, long firstDueMillis) {
        return recording.records().stream()
                .map(record -> record.dueMillis() == SiteRecord.UNKNOWN_DUE
                        ? record.dueAt(firstDueMillis)
                        : record)
                .sorted(Comparator.comparingLong(SiteRecord::dueMillis))
                .toList();
    }

    /**
     * Returns the records as a workload.
     *
     * @param partitions how many partitions are wanted, {@code >= 1}; the workload has at most one
     *     per site
     */
    public Workload workload(int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be >= 1, was " + partitions);
        }
        int count = Math.min(partitions, registry.sites().length);
        return RecordedWorkload.of(new Facts(registry, horizon, sun), records, count);
    }

    /** Returns what the data held. */
    public InputSummary summary() {
        return summary;
    }

    /** Returns the irradiance samples, ascending by site and time; empty if none is mapped. */
    public List<IrradianceSample> irradiance() {
        return irradiance;
    }
}
