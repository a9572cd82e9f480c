package io.heliometer.kinesislocal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a stream is, as it was created.
 *
 * @param name its name
 * @param shardCount how many shards it has, all its life
 * @param maxRecordKib the largest data of a record, in KiB
 * @param createdMillis when it was created, in milliseconds since the epoch; part of its sequence
 *     numbers
 */
record StreamDescription(String name, int shardCount, int maxRecordKib, long createdMillis) {
    private static final String FILE = "stream.properties";
    private static final String ARN_PREFIX =
            "arn:aws:kinesis:us-east-1:" + Streams.ACCOUNT + ":stream/";

    /** Returns the name that an ARN ends with. */
    static String nameOfArn(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    String arn() {
        return ARN_PREFIX + name;
    }

    /** Returns the largest data of a record, in bytes. */
    int maxRecordBytes() {
        return maxRecordKib * 1024;
    }

    /** Writes this into a stream's folder. */
    void save(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("name", name);
        properties.setProperty("shardCount", Integer.toString(shardCount));
        properties.setProperty("maxRecordKib", Integer.toString(maxRecordKib));
        properties.setProperty("createdMillis", Long.toString(createdMillis));
        try (Writer out = Files.newBufferedWriter(folder.resolve(FILE))) {
            properties.store(out, null);
        }
    }

    /** Reads what {@link #save} wrote. */
    static StreamDescription load(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(in);
        }
        try {
            return new StreamDescription(
                    value(properties, "name"),
                    Integer.parseInt(value(properties, "shardCount")),
                    Integer.parseInt(value(properties, "maxRecordKib")),
                    Long.parseLong(value(properties, "createdMillis")));
        } catch (NumberFormatException e) {
            throw new IOException(folder.resolve(FILE) + " must have whole numbers", e);
        }
    }

    private static String value(Properties properties, String key) throws IOException {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IOException(FILE + " must have the key " + key);
        }
        return value;
    }
}
