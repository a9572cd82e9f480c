package io.heliometer.benchmarks.load;

import io.heliometer.common.engine.UsageException;
import io.heliometer.common.fleet.Fleet;
import io.heliometer.common.fleet.SiteConditions;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.CsvRow;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.MergedCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a simulated workload as CSV that a person can read: one file per stream, integers, units
 * in the header.
 */
public final class CsvExport {
    private static final String PANEL_HEADER =
            "partition,dueMillis,key,device,sequence,eventTimeMillis,"
                    + "receivedTimeMillis,voltageMilliVolts,currentMilliAmperes,temperatureCentiCelsius,status,malformedHex";
    private static final String REGISTRY_HEADER =
            "device,string,inverter,site,region,pdc0MilliWatts,vmp0MilliVolts,"
                    + "imp0MilliAmperes,voc0MilliVolts,isc0MilliAmperes,gammaPpmPerKelvin,validFromMillis,version";
    private static final String CHANGES_HEADER = "receivedTimeMillis," + REGISTRY_HEADER;
    private static final String WEATHER_HEADER =
            "site,eventTimeMillis,irradianceMilliWattsPerSquareMetre,"
                    + "moduleTemperatureCentiCelsius,ambientTemperatureCentiCelsius,windMilliMetresPerSecond";

    private final SimulatedWorkload workload;

    /** Creates the export of a workload. */
    public CsvExport(SimulatedWorkload workload) {
        this.workload = workload;
    }

    /** Writes one line. */
    private interface Lines {
        void to(BufferedWriter out) throws IOException;
    }

    /**
     * Writes {@code registry.csv}, {@code registry-changes.csv} (what the stream announces, in the
     * order of its arrival), {@code weather.csv} and {@code panel.csv}; returns the files.
     *
     * @throws UsageException if the folder is not empty
     */
    public List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new UsageException("folder must be empty or absent, was not: " + folder
                        + "; name another one");
            }
        }
        List<Path> files = new ArrayList<>();
        files.add(write(folder.resolve("registry.csv"), REGISTRY_HEADER, this::registry));
        files.add(write(
                folder.resolve("registry-changes.csv"), CHANGES_HEADER, this::registryChanges));
        files.add(write(folder.resolve("weather.csv"), WEATHER_HEADER, this::weather));
        files.add(write(folder.resolve("panel.csv"), PANEL_HEADER, this::panel));
        return files;
    }

    private static Path write(Path file, String header, Lines lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            line(out, header);
            lines.to(out);
        }
        return file;
    }

    private static void line(BufferedWriter out, String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    private void registry(BufferedWriter out) throws IOException {
        for (Panel panel : workload.registry().panels()) {
            line(out, readable(panel));
        }
    }

    private void registryChanges(BufferedWriter out) throws IOException {
        MergedCursor cursor = new MergedCursor(workload);
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            Panel panel = ReadingCodec.arrival(next.payload()).registration();
            if (panel != null) {
                line(out, next.dueMillis() + "," + readable(panel));
            }
        }
    }

    private static String readable(Panel panel) {
        return new CsvRow()
                .add(panel.device())
                .add(panel.string())
                .add(panel.inverter())
                .add(panel.site())
                .add(panel.region())
                .add(panel.pdc0MilliWatts())
                .add(panel.vmp0MilliVolts())
                .add(panel.imp0MilliAmperes())
                .add(panel.voc0MilliVolts())
                .add(panel.isc0MilliAmperes())
                .add(panel.gammaPpmPerKelvin())
                .add(panel.validFromMillis())
                .add(panel.version())
                .toString();
    }

    private void weather(BufferedWriter out) throws IOException {
        long period = Fleet.SAMPLING_PERIOD_MILLIS;
        for (long time = workload.horizon().startMillis();
                time < workload.horizon().endMillis();
                time += period) {
            for (int site : workload.registry().sites()) {
                SiteConditions conditions = workload.fleet().conditions(site, time / period);
                CsvRow row = new CsvRow()
                        .add(site)
                        .add(time)
                        .add(conditions.irradianceMilliWattsPerSquareMetre())
                        .add(conditions.moduleTemperatureCentiCelsius())
                        .add(conditions.ambientTemperatureCentiCelsius())
                        .add(conditions.windMilliMetresPerSecond());
                line(out, row.toString());
            }
        }
    }

    private void panel(BufferedWriter out) throws IOException {
        MergedCursor cursor = new MergedCursor(workload);
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            Arrival arrival = ReadingCodec.arrival(next.payload());
            if (arrival.isFlush() || arrival.isRegistration()) {
                continue;
            }
            PanelReading reading = arrival.reading();
            String start = next.partition() + "," + next.dueMillis() + "," + next.key() + ",";
            line(
                    out,
                    reading == null
                            ? start + ",,,,,,,," + HexFormat.of().formatHex(next.payload())
                            : start + readable(reading) + ",");
        }
    }

    private static String readable(PanelReading reading) {
        return new CsvRow()
                .add(reading.device())
                .add(reading.sequence())
                .add(reading.eventTimeMillis())
                .add(reading.receivedTimeMillis())
                .addIf(reading.hasVoltage(), reading.voltageMilliVolts())
                .addIf(reading.hasCurrent(), reading.currentMilliAmperes())
                .addIf(reading.hasTemperature(), reading.temperatureCentiCelsius())
                .add(reading.status())
                .toString();
    }
}
