package io.heliometer.benchmarks.input;

import io.heliometer.common.engine.UsageException;
import io.heliometer.common.model.Panel;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the devices of a mapping: where they hang, what they promise, where they stand. */
final class DeviceReader {
    private static final List<Quantity> MEASURED =
            List.of(Quantity.VOLTAGE, Quantity.CURRENT, Quantity.TEMPERATURE);

    private final MappingValues values;
    private final boolean wide;

    DeviceReader(MappingValues values, boolean wide) {
        this.values = values;
        this.wide = wide;
    }

    /** Returns every device, ascending by id. */
    List<DeviceMapping> devices() {
        Map<Quantity, ColumnReference> shared = sharedColumns();
        List<DeviceMapping> devices =
                values.devices().stream().map(id -> device(id, shared)).toList();
        if (devices.isEmpty()) {
            throw new UsageException(
                    "mapping must register a device, had none: add device.0.site and so on");
        }
        requireTree(devices);
        requireDistinctNames(devices);
        return devices;
    }

    /** Returns where the measurements of a long file stand; empty for a wide file. */
    Map<Quantity, ColumnReference> sharedColumns() {
        if (wide) {
            MEASURED.forEach(quantity -> values.forbid(
                    quantity.key() + ".column",
                    "because there is no device.column; use device.<id>." + quantity.key()
                            + ".column"));
            return Map.of();
        }
        return columns("");
    }

    /** Returns the irradiance column of each site that has one. */
    Map<Integer, ColumnReference> irradiance(List<DeviceMapping> devices) {
        Map<Integer, ColumnReference> bySite = new HashMap<>();
        for (DeviceMapping device : devices) {
            int site = device.panel().site();
            column("site." + site + ".", Quantity.IRRADIANCE)
                    .or(() -> column("", Quantity.IRRADIANCE))
                    .ifPresent(column -> bySite.put(site, column));
        }
        return bySite;
    }

    private DeviceMapping device(int id, Map<Quantity, ColumnReference> shared) {
        String prefix = "device." + id + ".";
        Map<Quantity, ColumnReference> columns = shared;
        if (wide) {
            columns = columns(prefix);
            values.forbid(prefix + "name", "because there is no device.column");
        } else {
            MEASURED.forEach(quantity -> values.forbid(
                    prefix + quantity.key() + ".column",
                    "because device.column tells the device of a row; use " + quantity.key()
                            + ".column"));
        }
        String name = values.find(prefix + "name").orElse(Integer.toString(id));
        return new DeviceMapping(panel(id, prefix), name, columns);
    }

    private Map<Quantity, ColumnReference> columns(String prefix) {
        Map<Quantity, ColumnReference> columns = new EnumMap<>(Quantity.class);
        MEASURED.forEach(quantity ->
                column(prefix, quantity).ifPresent(column -> columns.put(quantity, column)));
        if (columns.isEmpty()) {
            throw new UsageException("mapping must name a column to measure, had none: set "
                    + prefix + "voltage.column, " + prefix + "current.column");
        }
        return columns;
    }

    private Optional<ColumnReference> column(String prefix, Quantity quantity) {
        String key = prefix + quantity.key();
        return values.find(key + ".column")
                .map(name -> new ColumnReference(
                        name, Unit.of(quantity, values.text(key + ".unit"), name)));
    }

    private Panel panel(int id, String prefix) {
        try {
            return new Panel(
                    id,
                    values.count(prefix + "string"),
                    values.count(prefix + "inverter"),
                    values.count(prefix + "site"),
                    values.count(prefix + "region"),
                    scaled(prefix + "pdc0.watts", 1_000),
                    Math.toIntExact(scaled(prefix + "vmp0.volts", 1_000)),
                    Math.toIntExact(scaled(prefix + "imp0.amperes", 1_000)),
                    Math.toIntExact(scaled(prefix + "voc0.volts", 1_000)),
                    Math.toIntExact(scaled(prefix + "isc0.amperes", 1_000)),
                    Math.toIntExact(scaled(prefix + "gamma.percent.per.kelvin", 10_000)),
                    0,
                    1);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UsageException("datasheet of device " + id + ": " + e.getMessage());
        }
    }

    private long scaled(String key, long factor) {
        BigDecimal product = values.decimal(key).multiply(BigDecimal.valueOf(factor));
        return Unit.divideHalfUp(product, 1).longValueExact();
    }

    /** A string belongs to one inverter, an inverter to one site, a site to one region. */
    private static void requireTree(List<DeviceMapping> devices) {
        Map<String, String> parents = new HashMap<>();
        for (DeviceMapping device : devices) {
            Panel panel = device.panel();
            requireParent(parents, "string " + panel.string(), "inverter " + panel.inverter());
            requireParent(parents, "inverter " + panel.inverter(), "site " + panel.site());
            requireParent(parents, "site " + panel.site(), "region " + panel.region());
        }
    }

    private static void requireParent(Map<String, String> parents, String child, String parent) {
        String other = parents.putIfAbsent(child, parent);
        if (other != null && !other.equals(parent)) {
            throw new UsageException(
                    child + " must belong to one parent, was in " + other + " and " + parent);
        }
    }

    private static void requireDistinctNames(List<DeviceMapping> devices) {
        Map<String, Integer> idByName = new HashMap<>();
        for (DeviceMapping device : devices) {
            Integer other = idByName.put(device.name(), device.panel().device());
            if (other != null) {
                throw new UsageException("name must stand for one device, was " + device.name()
                        + " for devices " + other + " and " + device.panel().device());
            }
        }
    }
}
