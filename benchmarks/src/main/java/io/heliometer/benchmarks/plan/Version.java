package io.heliometer.benchmarks.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this build. */
public final class Version {
    private static final String RESOURCE = "/heliometer.properties";

    private Version() {}

    /** Returns the version that the build wrote into its resources. */
    public static String current() {
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream(RESOURCE))) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " must be readable", e);
        }
    }
}
