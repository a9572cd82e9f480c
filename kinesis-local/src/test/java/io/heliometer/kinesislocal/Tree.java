package io.heliometer.kinesislocal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** An answer as maps, lists, texts and numbers. */
final class Tree {
    private Tree() {}

    /** Reads a body; an empty one is an empty text. */
    static Object read(Format format, byte[] body) {
        if (body.length == 0) {
            return "";
        }
        try (JsonParser in = format.parser(body, body.length)) {
            in.nextToken();
            return value(in);
        }
    }

    private static Object value(JsonParser in) {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> members = new TreeMap<>();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                members.put(name, value(in));
            }
            return members;
        }
        if (in.currentToken() == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(in));
            }
            return values;
        }
        return in.getString();
    }

    /** Returns the first text under a name, depth first; empty if there is none. */
    static String find(Object tree, String name) {
        if (tree instanceof Map<?, ?> members) {
            if (members.get(name) instanceof String text) {
                return text;
            }
            return first(List.copyOf(members.values()), name);
        }
        return tree instanceof List<?> values ? first(values, name) : "";
    }

    private static String first(List<?> values, String name) {
        return values.stream()
                .map(value -> find(value, name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
