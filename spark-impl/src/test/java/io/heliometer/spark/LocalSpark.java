package io.heliometer.spark;

import io.heliometer.spark.internal.LeanLocalFileSystem;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** One Spark for all tests of the module: driver and executor in the test's own process. */
public final class LocalSpark {
    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("golden")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.hadoop.fs.file.impl", LeanLocalFileSystem.class.getName())
            .getOrCreate();

    private LocalSpark() {}

    /** Returns a session of its own with these settings of SQL and streaming. */
    public static SparkSession session(Map<String, String> conf) {
        SparkSession session = SESSION.newSession();
        conf.forEach((key, value) -> {
            // All others belong to the application, which the tests share.
            if (key.startsWith("spark.sql.")) {
                session.conf().set(key, value);
            }
        });
        return session;
    }
}
