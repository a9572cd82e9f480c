package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultLabel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The labels of an input as JSON lines, times in ms UTC. A fault that outlasts the run has no
 * {@code end_ts}; one that cannot be seen has no {@code observable_from_ts}. For people and their
 * own scripts; no engine is told where it lies.
 */
public final class LabelFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LabelFile() {}

    /** Returns the content of the file. */
    public static String text(List<FaultLabel> labels) {
        return labels.stream().map(LabelFile::line).collect(Collectors.joining());
    }

    private static String line(FaultLabel label) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("fault_id", label.id());
        node.put("type", label.type().name());
        node.put("fault", label.type().isFault());
        node.put("scope", label.scope().name().toLowerCase(Locale.ROOT));
        node.put("scope_id", label.scopeId());
        node.put("site", label.site());
        ArrayNode devices = node.putArray("device_ids");
        label.devices().forEach(devices::add);
        node.put("onset_ts", label.onsetMillis());
        putTime(node, "end_ts", label.endMillis());
        node.put("severity_ppm", label.severityPpm());
        ObjectNode parameters = node.putObject("params");
        label.parameters().forEach(parameters::put);
        putTime(node, "observable_from_ts", label.observableFromMillis());
        putTime(node, "observable_to_ts", label.observableToMillis());
        node.put("detectable", label.detectable());
        ArrayNode rules = node.putArray("expected_rules");
        label.expectedRules().forEach(rules::add);
        return MAPPER.writeValueAsString(node) + "\n";
    }

    /** FaultLabel's OPEN and NEVER are one number, which means that it does not happen. */
    private static void putTime(ObjectNode node, String name, long timeMillis) {
        if (timeMillis == FaultLabel.NEVER) {
            node.putNull(name);
        } else {
            node.put(name, timeMillis);
        }
    }
}
