package io.heliometer.kinesislocal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a request's members and says it in the service's words, in one
 * ValidationException.
 */
final class Checks {
    /** Source: the API reference, as for all constraints of the operations. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");

    private static final Pattern DIGITS = Pattern.compile("0|([1-9]\\d{0,128})");
    private static final Pattern HASH_KEY = Pattern.compile("0|([1-9]\\d{0,38})");
    private static final Pattern ARN = Pattern.compile("arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+");
    private static final int NAME_LENGTH = 128;
    private static final int MAX_ERRORS = 10;

    private final List<String> errors = new ArrayList<>();

    Checks required(String member, @Nullable Object value) {
        if (value == null) {
            add("Value null at '" + member
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return this;
    }

    /** Checks the name of a stream or shard. */
    Checks name(String member, @Nullable String value) {
        return pattern(member, value, NAME).length(member, value, NAME_LENGTH);
    }

    Checks arn(String member, @Nullable String value) {
        return pattern(member, value, ARN);
    }

    Checks sequenceNumber(String member, @Nullable String value) {
        return pattern(member, value, DIGITS);
    }

    Checks length(String member, @Nullable String value, int max) {
        if (value != null && value.isEmpty()) {
            fail(member, value, "Member must have length greater than or equal to 1");
        } else if (value != null && value.codePointCount(0, value.length()) > max) {
            fail(member, value, "Member must have length less than or equal to " + max);
        }
        return this;
    }

    Checks range(String member, @Nullable Long value, long min, long max) {
        if (value != null && value < min) {
            fail(member, value, "Member must have value greater than or equal to " + min);
        } else if (value != null && value > max) {
            fail(member, value, "Member must have value less than or equal to " + max);
        }
        return this;
    }

    /** Checks that a value is one of a set, given in the order in which the message has it. */
    Checks oneOf(String member, @Nullable String value, List<String> values) {
        if (value != null && !values.contains(value)) {
            fail(
                    member,
                    value,
                    "Member must satisfy enum value set: [" + String.join(", ", values) + "]");
        }
        return this;
    }

    /** Checks a record; {@code at} is its place, like {@code records.1.member.}, or empty. */
    Checks entry(String at, Entry entry, int maxBytes) {
        String key = entry.partitionKey();
        required(at + "partitionKey", key)
                .length(at + "partitionKey", key, Quotas.PARTITION_KEY_CHARACTERS);
        pattern(at + "explicitHashKey", entry.explicitHashKey(), HASH_KEY);
        int bytes = entry.data().length;
        if (!entry.hasData()) {
            required(at + "data", null);
        } else if (bytes > maxBytes) {
            String value = "java.nio.HeapByteBuffer[pos=0 lim=" + bytes + " cap=" + bytes + "]";
            fail(at + "data", value, "Member must have length less than or equal to " + maxBytes);
        }
        return this;
    }

    /** Checks the records of PutRecords. */
    Checks entries(@Nullable List<Entry> entries, int maxBytes) {
        if (entries == null) {
            return required("records", null);
        }
        if (entries.isEmpty()) {
            fail("records", "[]", "Member must have length greater than or equal to 1");
        } else if (entries.size() > Quotas.PUT_RECORDS_COUNT) {
            fail(
                    "records",
                    "[" + entries.size() + " records]",
                    "Member must have length less than or equal to " + Quotas.PUT_RECORDS_COUNT);
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (!isPlain(entry, maxBytes)) {
                entry("records." + (i + 1) + ".member.", entry, maxBytes);
            }
        }
        return this;
    }

    /**
     * Returns whether a record is fine at a glance; only others need the messages and their texts.
     */
    private static boolean isPlain(Entry entry, int maxBytes) {
        String key = entry.partitionKey();
        return key != null
                && !key.isEmpty()
                && key.length() <= Quotas.PARTITION_KEY_CHARACTERS
                && entry.explicitHashKey() == null
                && entry.hasData()
                && entry.data().length <= maxBytes;
    }

    private Checks pattern(String member, @Nullable String value, Pattern pattern) {
        if (value != null && !pattern.matcher(value).matches()) {
            fail(member, value, "Member must satisfy regular expression pattern: " + pattern);
        }
        return this;
    }

    private void fail(String member, Object value, String constraint) {
        add("Value '" + value + "' at '" + member + "' failed to satisfy constraint: "
                + constraint);
    }

    private void add(String error) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
    }

    /** Throws if anything was wrong. */
    void done() {
        if (!errors.isEmpty()) {
            throw ServiceException.validation(errors.size() + " validation error"
                    + (errors.size() > 1 ? "s" : "") + " detected: " + String.join("; ", errors));
        }
    }
}
