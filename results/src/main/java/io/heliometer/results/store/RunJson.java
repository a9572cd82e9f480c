package io.heliometer.results.store;

import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records to JSON and back. Fields stand in the order of the record's components; an absent value
 * is written as null; an unknown field is an error, because it belongs to another schema version.
 */
public final class RunJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final JsonMapper INDENTED =
            MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunJson() {}

    /** Returns the trial as one line, without a line end. */
    public static String line(TrialRecord trial) {
        return MAPPER.writeValueAsString(trial);
    }

    /** Returns the run as indented text. */
    public static String text(RunRecord run) {
        return INDENTED.writeValueAsString(run) + "\n";
    }

    /** Returns a whole run as one JSON object with the fields {@code run} and {@code trials}. */
    public static String document(StoredRun stored) {
        return stored.trials().stream()
                .map(RunJson::line)
                .collect(Collectors.joining(
                        ",\n",
                        "{\"run\":" + MAPPER.writeValueAsString(stored.run()) + ",\n\"trials\":[\n",
                        "\n]}"));
    }

    /**
     * Reads one line of trials.jsonl.
     *
     * @throws IllegalArgumentException if it is not JSON, of another schema version or incomplete
     */
    public static TrialRecord trial(String line) {
        return read(line, TrialRecord.class, TrialRecord.SCHEMA_VERSION);
    }

    /**
     * Reads run.json.
     *
     * @throws IllegalArgumentException if it is not JSON, of another schema version or incomplete
     */
    public static RunRecord run(String text) {
        return read(text, RunRecord.class, RunRecord.SCHEMA_VERSION);
    }

    private static <T> T read(String text, Class<T> type, int schemaVersion) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            JsonNode version = tree.path("schemaVersion");
            if (!version.isInt() || version.intValue() != schemaVersion) {
                throw new IllegalArgumentException("schemaVersion must be " + schemaVersion
                        + ", was " + (version.isMissingNode() ? "missing" : version)
                        + ": read this run with the version of Heliometer that wrote it");
            }
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }
}
