package io.heliometer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.engine.Job;
import io.heliometer.kinesis.internal.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

final class ResultSinkTest {
    private static final Job JOB =
            new Job(Map.of("topic.results", "results", "topic.rejects", "rejects"));

    private final List<PutRecordsRequest> requests = new ArrayList<>();
    private final ResultSink sink = new ResultSink(
            JOB,
            new Delivery(
                    this::accept,
                    new Delivery.Limits(1, 1, 1, 1),
                    (millis, action) -> {},
                    () -> {}));

    private CompletableFuture<PutRecordsResponse> accept(PutRecordsRequest request) {
        requests.add(request);
        return CompletableFuture.completedFuture(
                PutRecordsResponse.builder().failedRecordCount(0).build());
    }

    @Test
    void rows_gatherUntilARequestIsFull() {
        for (int i = 0; i < 1001; i++) {
            sink.result(i + ",7", 1);
        }
        assertThat(requests)
                .extracting(request -> request.records().size())
                .containsExactly(500, 500);

        sink.send();

        assertThat(requests).hasSize(3);
        assertThat(requests.get(2).records().get(0).data().asUtf8String()).isEqualTo("1000,7");
    }

    @Test
    void largeRows_fillARequestByTheirBytes() {
        String row = "7," + "x".repeat(1_000_000);
        for (int i = 0; i < 6; i++) {
            sink.result(row, 1);
        }

        assertThat(requests).extracting(request -> request.records().size()).containsExactly(5);
    }

    @Test
    void eachRow_goesToItsStream() throws InterruptedException {
        sink.result("1,2", 1);
        sink.reject("3,4,5", 2);

        sink.awaitAcknowledged();

        assertThat(requests)
                .extracting(PutRecordsRequest::streamName)
                .containsExactly("results", "rejects");
    }

    @Test
    void nothing_isNotSent() {
        sink.send();

        assertThat(requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,2,3|2|1,2", "1,,3|2|1,", "-5,,1|1|-5", "1,2|3|1,2"})
    void partitionKey_isTheKeyColumns(String row, int keyColumns, String key) {
        PutRecordsRequestEntry entry = Wire.entry(row, keyColumns);

        assertThat(entry.partitionKey()).isEqualTo(key);
        assertThat(entry.data().asUtf8String()).isEqualTo(row);
    }
}
