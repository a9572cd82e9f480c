package io.heliometer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.kinesis.internal.Clients;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.kinesis.coordinator.CoordinatorConfig;
import software.amazon.kinesis.leases.LeaseAssignmentStrategy;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.lifecycle.LifecycleConfig;
import software.amazon.kinesis.processor.ProcessorConfig;
import software.amazon.kinesis.retrieval.RetrievalConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

final class EngineSettingsTest {
    private static final List<String> OURS = List.of("sink.", "snapshot.");

    private static final Clients CLIENTS = Clients.of(new Job(Map.of(
            "region",
            "us-east-1",
            "kinesis.endpoint",
            "http://127.0.0.1:1",
            "dynamodb.endpoint",
            "http://127.0.0.1:1")));

    private final LeaseManagementConfig lease =
            new LeaseManagementConfig("a", "a", CLIENTS.dynamo(), CLIENTS.kinesis(), "w");
    private final CoordinatorConfig coordinator = new CoordinatorConfig("a");
    private final LifecycleConfig lifecycle = new LifecycleConfig();
    private final RetrievalConfig retrieval = new RetrievalConfig(CLIENTS.kinesis(), "s", "a");
    private final PollingConfig polling = new PollingConfig("s", CLIENTS.kinesis());
    private final ProcessorConfig processor = new ProcessorConfig(() -> null);

    @AfterAll
    static void closeClients() {
        CLIENTS.close();
    }

    @Test
    void defaults_areWhatKclShips() throws IOException {
        Map<String, String> ours = resolve("default", Map.of()).values();

        assertThat(kclValues(ours.keySet())).isEqualTo(withoutOurs(ours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "tuned"})
    void everySetting_reachesKcl(String variant) throws IOException {
        EngineSettings settings = resolve(variant, Map.of());

        settings.configure(lease);
        settings.configure(coordinator);
        settings.configure(lifecycle);
        settings.configure(retrieval);
        settings.configure(polling);
        settings.configure(processor);

        Map<String, String> ours = settings.values();
        assertThat(kclValues(ours.keySet())).isEqualTo(withoutOurs(ours));
    }

    private static Map<String, String> withoutOurs(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(entry -> !isOurs(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isOurs(String key) {
        return OURS.stream().anyMatch(key::startsWith);
    }

    private Map<String, String> kclValues(Set<String> keys) {
        Map<String, String> values = new TreeMap<>();
        for (String key : keys) {
            if (!isOurs(key)) {
                values.put(key, kclValue(key));
            }
        }
        return values;
    }

    /** A key names a configuration object and one of its methods. */
    private String kclValue(String key) {
        if (key.startsWith("retrieval.")) {
            // Names a class that we exclude, so it cannot be asked by reflection.
            return key.endsWith("maxListShardsRetryAttempts")
                    ? Integer.toString(retrieval.maxListShardsRetryAttempts())
                    : Long.toString(retrieval.listShardsBackoffTimeInMillis());
        }
        int dot = key.indexOf('.');
        List<Object> objects = switch (key.substring(0, dot)) {
            case "lease" ->
                List.of(
                        lease,
                        lease.workerUtilizationAwareAssignmentConfig(),
                        lease.gracefulLeaseHandoffConfig());
            case "coordinator" -> List.of(coordinator);
            case "lifecycle" -> List.of(lifecycle);
            case "polling" -> List.of(polling);
            case "processor" -> List.of(processor);
            default -> throw new AssertionError(key);
        };
        String method = key.substring(dot + 1);
        return objects.stream()
                .map(object -> invoke(object, method.replace("TimeoutMillis", "Timeout"), method))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError(key));
    }

    private static String invoke(Object object, String... names) {
        for (String name : names) {
            try {
                Object value = object.getClass().getMethod(name).invoke(object);
                return value instanceof Duration duration
                        ? Long.toString(duration.toMillis())
                        : String.valueOf(value);
            } catch (NoSuchMethodException e) {
                // The next name or object has it.
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new LinkageError(name, e);
            }
        }
        return "";
    }

    @Test
    void tuned_readsAndFailsOverFaster() throws IOException {
        EngineSettings tuned = resolve("tuned", Map.of());

        tuned.configure(lease);
        tuned.configure(polling);

        assertThat(polling.idleTimeBetweenReadsInMillis()).isEqualTo(200);
        assertThat(lease.leaseAssignmentStrategy())
                .isEqualTo(LeaseAssignmentStrategy.LEASE_COUNT_BASED);
        // A leader must have several heartbeats per lease.
        assertThat(lease.dynamoDbLockBasedLeaderLeaseDurationInMillis())
                .isGreaterThan(3 * lease.dynamoDbLockBasedLeaderHeartbeatPeriodInMillis());
    }

    @Test
    void override_winsOverTuned() throws IOException {
        EngineSettings settings =
                resolve("tuned", Map.of("polling.idleTimeBetweenReadsInMillis", "700"));

        settings.configure(polling);

        assertThat(polling.idleTimeBetweenReadsInMillis()).isEqualTo(700);
    }

    @ParameterizedTest
    @CsvSource({
        "snapshot.afterRowsMillis, -1, '>= 0, was -1'",
        "snapshot.intervalMillis, 999,"
                + " '>= snapshot.afterRowsMillis, was 999 with snapshot.afterRowsMillis=1000'",
        "snapshot.intervalMillis, soon, 'an integer, was soon'",
    })
    void wrongPace_isRefused(String key, String value, String rule) throws IOException {
        EngineSettings settings = resolve("default", Map.of(key, value));

        assertThatThrownBy(settings::pace)
                .isInstanceOf(UsageException.class)
                .hasMessage("setting " + key + " must be " + rule);
    }

    @ParameterizedTest
    @CsvSource({
        "sink.inFlightRequests, 0, '>= 1, was 0'",
        "sink.attempts, -2, '>= 1, was -2'",
        "sink.backoffMillis, 0, '>= 1, was 0'",
        "sink.backoffLimitMillis, 49, '>= sink.backoffMillis, was 49 with sink.backoffMillis=50'",
    })
    void wrongDelivery_isRefused(String key, String value, String rule) throws IOException {
        EngineSettings settings = resolve("default", Map.of(key, value));

        assertThatThrownBy(settings::delivery)
                .isInstanceOf(UsageException.class)
                .hasMessage("setting " + key + " must be " + rule);
    }

    @Test
    void unknownKey_namesTheNearest() {
        assertThatThrownBy(() -> resolve("default", Map.of("lease.failoverTimeMilis", "5")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("lease.failoverTimeMilis")
                .hasMessageEndingWith("lease.failoverTimeMillis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RANDOM", "lease_count_based", ""})
    void unknownStrategy_isRefused(String name) throws IOException {
        EngineSettings settings = resolve("default", Map.of("lease.leaseAssignmentStrategy", name));

        assertThatThrownBy(() -> settings.configure(lease))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("LEASE_COUNT_BASED")
                .hasMessageEndingWith("was " + name);
    }

    @Test
    void tooLargeInteger_isRefused() throws IOException {
        EngineSettings settings = resolve("default", Map.of("polling.maxRecords", "4294967297"));

        assertThatThrownBy(() -> settings.configure(polling))
                .isInstanceOf(UsageException.class)
                .hasMessage("setting polling.maxRecords must fit in 32 bits, was 4294967297");
    }

    private static EngineSettings resolve(String variant, Map<String, String> overrides)
            throws IOException {
        return EngineSettings.resolve(variant, overrides);
    }
}
