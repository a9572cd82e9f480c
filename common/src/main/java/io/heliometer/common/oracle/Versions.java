package io.heliometer.common.oracle;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.wire.OutputTopic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every panel, of the registry file and announced: asked after the last record.
 */
final class Versions {
    private final Map<Integer, List<Panel>> byDevice = new HashMap<>();

    Versions(PanelRegistry registry) {
        registry.panels().forEach(this::add);
    }

    void add(Panel version) {
        byDevice.computeIfAbsent(version.device(), device -> new ArrayList<>()).add(version);
    }

    /**
     * Returns the version that a reading joins: of those that hold at its event time the one that
     * holds latest, then the highest; null if none holds.
     */
    @Nullable Panel joined(TrustedReading reading) {
        return byDevice.getOrDefault(reading.device(), List.of()).stream()
                .filter(version -> version.validFromMillis() <= reading.eventTimeMillis())
                .max(Comparator.comparingLong(Panel::validFromMillis)
                        .thenComparingInt(Panel::version))
                .orElse(null);
    }

    /** Returns the row of a reading that joins no version, due with it. */
    static ExpectedRow unregistered(TrustedReading reading) {
        return new ExpectedRow(
                OutputTopic.REJECTS,
                reading.device() + "," + reading.reading().sequence() + ",9",
                2,
                reading.partition(),
                reading.dueMillis(),
                reading.dueMillis());
    }
}
