package io.heliometer.results.store;

import io.heliometer.results.run.TrialRecord;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Trials as CSV (RFC 4180, a header, LF): one column per leaf of the record, named by its path such
 * as {@code latencyMillis.engineDelay.p99}. An absent value is an empty field. The columns are read
 * from the record itself, so a new component cannot be forgotten here. Lists of records have a file
 * of their own: {@link ScoreCsv}.
 */
final class TrialCsv {
    private TrialCsv() {}

    static String of(List<TrialRecord> trials) {
        StringBuilder csv = new StringBuilder();
        List<String> header = new ArrayList<>();
        columns("", TrialRecord.class, header);
        csv.append(row(header));
        for (TrialRecord trial : trials) {
            List<String> fields = new ArrayList<>();
            values(TrialRecord.class, trial, fields);
            csv.append(row(fields));
        }
        return csv.toString();
    }

    private static void columns(String prefix, Class<?> type, List<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType().isRecord()) {
                columns(prefix + component.getName() + ".", component.getType(), names);
            } else if (!isTable(component)) {
                names.add(prefix + component.getName());
            }
        }
    }

    private static void values(Class<?> type, @Nullable Object owner, List<String> fields) {
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = owner == null ? null : valueOf(component, owner);
            if (component.getType().isRecord()) {
                values(component.getType(), value, fields);
            } else if (!isTable(component)) {
                fields.add(text(value));
            }
        }
    }

    private static boolean isTable(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord();
    }

    private static @Nullable Object valueOf(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" | "))
                : value.toString();
    }

    static String row(List<String> fields) {
        return fields.stream().map(TrialCsv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        boolean plain =
                field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
