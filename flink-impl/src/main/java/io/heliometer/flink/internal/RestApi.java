package io.heliometer.flink.internal;

import io.heliometer.common.engine.Job;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little that a role asks the JobManager's REST API on loopback. */
final class RestApi {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final long POLL_MILLIS = 100;

    private final String address;

    RestApi(Job job) {
        this.address = String.format(
                Locale.ROOT,
                "http://127.0.0.1:%d",
                job.port(ClusterFiles.JOB_MANAGER + "-1", "rest"));
    }

    /** Returns whether the API answers. */
    boolean isUp() {
        return !get("/overview").isEmpty();
    }

    /** Returns whether a TaskManager has registered. */
    boolean hasTaskManager(String resourceId) {
        return get("/taskmanagers").contains("\"id\":\"" + resourceId + "\"");
    }

    /**
     * Returns whether the one job runs with all its tasks and every TaskManager has one of them:
     * the adaptive scheduler may start a job before the last TaskManager is there.
     */
    boolean isWorking(int taskManagers) {
        String overview = get("/overview");
        String job = get("/jobs/overview");
        return number(overview, "taskmanagers") == taskManagers
                && number(overview, "slots-available") == 0
                && job.contains("\"state\":\"RUNNING\"")
                && number(job, "total") > 0
                && number(job, "total") == number(job, "running");
    }

    /**
     * Waits for a condition.
     *
     * @return whether it came true within the bound
     */
    static boolean await(BooleanSupplier condition, Duration bound) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNanos >= 0) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    /** Reads a number from JSON that Flink wrote; a parser for two fields would be one jar more. */
    private static int number(String json, String field) {
        Matcher matcher = Pattern.compile("\"" + field + "\":(\\d+)").matcher(json);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /** Returns the answer, or nothing while there is none. */
    private String get(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address + path).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            // Not up yet, or gone; the caller's bound decides.
            return "";
        }
    }
}
