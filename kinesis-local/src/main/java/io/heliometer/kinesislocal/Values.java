package io.heliometer.kinesislocal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads single values; a value of another type is the service's SerializationException. */
final class Values {
    private Values() {}

    static String text(JsonParser in) {
        require(in, JsonToken.VALUE_STRING, "String");
        return in.getString();
    }

    static long number(JsonParser in) {
        requireNumber(in, "an Integer");
        return (long) in.getDoubleValue();
    }

    static long timestampMillis(JsonParser in, Format format) {
        requireNumber(in, "milliseconds since epoch");
        return format.timestampMillis(in);
    }

    /** Reads bytes: a byte string in CBOR, Base64 in JSON. */
    static byte[] blob(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_EMBEDDED_OBJECT) {
            require(in, JsonToken.VALUE_STRING, "Blob");
        }
        return in.getBinaryValue();
    }

    static void requireStructure(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw ServiceException.serialization(
                    in.currentToken() == JsonToken.START_ARRAY
                            ? "Start of list found where not expected"
                            : "Expected null");
        }
    }

    static void requireList(JsonParser in) {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw ServiceException.serialization(
                    in.currentToken() == JsonToken.START_OBJECT
                            ? "Start of structure or map found where not expected."
                            : "Expected list or null");
        }
    }

    private static void requireNumber(JsonParser in, String wanted) {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
                && in.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            throw mismatch(in, wanted);
        }
    }

    private static void require(JsonParser in, JsonToken token, String type) {
        if (in.currentToken() != token) {
            throw mismatch(in, type.equals("Blob") ? "a Blob" : "an " + type);
        }
    }

    private static ServiceException mismatch(JsonParser in, String wanted) {
        JsonToken token = in.currentToken();
        if (token == null) {
            return ServiceException.serialization("the body ends where a value must be");
        }
        return ServiceException.serialization(
                switch (token) {
                    case START_ARRAY -> "Start of list found where not expected";
                    case START_OBJECT -> "Start of structure or map found where not expected.";
                    case VALUE_TRUE, VALUE_FALSE ->
                        "class java.lang.Boolean can not be converted to " + wanted;
                    case VALUE_STRING -> "class java.lang.String can not be converted to " + wanted;
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                        "class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to "
                                + wanted;
                    default -> token.name() + " can not be converted to " + wanted;
                });
    }
}
