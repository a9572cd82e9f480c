package io.heliometer.spark.internal;

import java.util.Map;
import org.apache.spark.SparkConf;

/**
 * The configuration of a daemon whose web page listens on loopback only. The page of a master or
 * worker cannot be switched off, and its address is no option: it is read from the environment
 * variable SPARK_LOCAL_IP, which a running process cannot set for itself. Spark asks the
 * configuration for it.
 */
final class LoopbackConf extends SparkConf {
    static final String LOOPBACK = "127.0.0.1";

    private static final long serialVersionUID = 1;

    LoopbackConf(Map<String, String> options) {
        super(false);
        options.forEach(this::set);
    }

    @Override
    public String getenv(String name) {
        return name.equals("SPARK_LOCAL_IP") ? LOOPBACK : super.getenv(name);
    }
}
