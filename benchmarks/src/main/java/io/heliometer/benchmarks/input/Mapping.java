package io.heliometer.benchmarks.input;

import io.heliometer.common.fleet.Place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the files hold: the checked contents of {@code mapping.properties}.
 *
 * @param layout how the files are written
 * @param timeColumn column of the time stamp
 * @param time how stamps are read
 * @param cells how cells are read
 * @param deviceColumn column that tells the device of a row; empty if a row holds every device
 * @param devices the devices, ascending by id
 * @param sharedColumns where the measurements of a long file stand; empty for a wide file
 * @param irradiance irradiance column by site
 * @param places where sites are, for those that say so
 */
record Mapping(
        FileLayout layout,
        String timeColumn,
        TimeStamps time,
        CellRule cells,
        Optional<String> deviceColumn,
        List<DeviceMapping> devices,
        Map<Quantity, ColumnReference> sharedColumns,
        Map<Integer, ColumnReference> irradiance,
        Map<Integer, Place> places) {
    Mapping {
        devices = List.copyOf(devices);
        sharedColumns = Map.copyOf(sharedColumns);
        irradiance = Map.copyOf(irradiance);
        places = Map.copyOf(places);
    }

    /**
     * How the files are written.
     *
     * @param files their paths as the mapping gives them, in the order of reading
     * @param toa5 whether they are Campbell TOA5 with four header lines, else CSV with one
     * @param separator between cells
     */
    record FileLayout(List<String> files, boolean toa5, char separator) {
        FileLayout {
            files = List.copyOf(files);
        }
    }

    /** Returns every distinct measurement column, in the order of the devices. */
    Set<ColumnReference> measurementColumns() {
        Set<ColumnReference> columns = new LinkedHashSet<>();
        for (DeviceMapping device : devices) {
            for (Quantity quantity : Quantity.values()) {
                Optional.ofNullable(device.columns().get(quantity)).ifPresent(columns::add);
            }
        }
        devices.stream()
                .map(device -> irradiance.get(device.panel().site()))
                .flatMap(column -> Optional.ofNullable(column).stream())
                .forEach(columns::add);
        return columns;
    }
}
