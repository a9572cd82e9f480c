package io.heliometer.benchmarks.input;

import io.heliometer.common.model.Panel;

import java.util.Map;

/**
 * One device of the plant.
 *
 * @param panel its registration
 * @param name what stands for it in the device column of a long file
 * @param columns where its measurements stand; a quantity that is not measured has no entry
 */
record DeviceMapping(Panel panel, String name, Map<Quantity, ColumnReference> columns) {
    DeviceMapping {
        columns = Map.copyOf(columns);
    }
}
