package io.heliometer.common.testkit;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Panels and their announcements as they stand in the files of {@link GoldenCase}. */
final class GoldenPanel {
    private static final Set<String> FIELDS = Set.of(
            "device",
            "string",
            "site",
            "inverter",
            "region",
            "pdc0",
            "voc0",
            "isc0",
            "validFrom",
            "version",
            "received");

    private GoldenPanel() {}

    /** Reads {@code panel 3 string 0 site 0 validFrom 600000}. */
    static Panel parse(String[] words) {
        Map<String, Long> fields = new HashMap<>();
        fields.put("device", Long.parseLong(words[1]));
        for (int i = 2; i + 1 < words.length; i += 2) {
            put(fields, words[i], words[i + 1]);
        }
        return build(fields);
    }

    /** Reads {@code register device=3 version=2 validFrom=600000 received=300000 pdc0=380000}. */
    static Announcement announcement(String text, PanelRegistry registry) {
        Map<String, Long> said = new HashMap<>();
        for (String word : text.substring("register ".length()).split(" ", -1)) {
            int equals = word.indexOf('=');
            put(said, word.substring(0, equals), word.substring(equals + 1));
        }
        Panel known = registry.find((int) required(said, "device"));
        Map<String, Long> fields = known == null ? new HashMap<>() : fieldsOf(known);
        fields.putAll(said);
        return new Announcement(required(said, "received"), build(fields));
    }

    private static void put(Map<String, Long> fields, String name, String value) {
        if (!FIELDS.contains(name)) {
            throw new IllegalArgumentException(
                    "field of a panel must be one of " + FIELDS + ", was " + name);
        }
        fields.put(name, Long.parseLong(value));
    }

    private static long required(Map<String, Long> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    private static Map<String, Long> fieldsOf(Panel panel) {
        Map<String, Long> fields = new HashMap<>();
        fields.put("device", (long) panel.device());
        fields.put("string", (long) panel.string());
        fields.put("site", (long) panel.site());
        fields.put("inverter", (long) panel.inverter());
        fields.put("region", (long) panel.region());
        fields.put("pdc0", panel.pdc0MilliWatts());
        fields.put("voc0", (long) panel.voc0MilliVolts());
        fields.put("isc0", (long) panel.isc0MilliAmperes());
        return fields;
    }

    private static Panel build(Map<String, Long> fields) {
        int site = (int) required(fields, "site");
        return new Panel(
                (int) required(fields, "device"),
                (int) required(fields, "string"),
                fields.getOrDefault("inverter", (long) site).intValue(),
                site,
                fields.getOrDefault("region", 0L).intValue(),
                fields.getOrDefault("pdc0", 400_000L),
                34_000,
                11_765,
                fields.getOrDefault("voc0", 41_000L).intValue(),
                fields.getOrDefault("isc0", 12_400L).intValue(),
                -3_500,
                fields.getOrDefault("validFrom", 0L),
                fields.getOrDefault("version", 1L).intValue());
    }
}
