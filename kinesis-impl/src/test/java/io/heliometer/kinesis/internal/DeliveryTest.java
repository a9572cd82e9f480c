package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

final class DeliveryTest {
    private static final Delivery.Limits LIMITS = new Delivery.Limits(2, 4, 50, 150);

    private final List<List<String>> sent = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private final Deque<CompletableFuture<PutRecordsResponse>> replies = new ArrayDeque<>();
    private int givenUpCount;
    private final Delivery delivery = new Delivery(this::put, LIMITS, this::later, this::giveUp);

    private CompletableFuture<PutRecordsResponse> put(PutRecordsRequest request) {
        sent.add(request.records().stream()
                .map(entry -> entry.data().asUtf8String())
                .toList());
        return replies.isEmpty() ? written(request.records().size()) : replies.remove();
    }

    private void later(long millis, Runnable action) {
        pauses.add(millis);
        action.run();
    }

    private void giveUp() {
        givenUpCount++;
    }

    private static CompletableFuture<PutRecordsResponse> written(int count) {
        return reply(new boolean[count]);
    }

    private static CompletableFuture<PutRecordsResponse> reply(boolean... refused) {
        List<PutRecordsResultEntry> results = new ArrayList<>();
        int failedCount = 0;
        for (boolean one : refused) {
            failedCount += one ? 1 : 0;
            results.add(PutRecordsResultEntry.builder()
                    .errorCode(one ? "ProvisionedThroughputExceededException" : null)
                    .build());
        }
        return CompletableFuture.completedFuture(PutRecordsResponse.builder()
                .failedRecordCount(failedCount)
                .records(results)
                .build());
    }

    private void send(String... rows) throws InterruptedException {
        delivery.send(
                "s",
                Arrays.stream(rows)
                        .map(row -> PutRecordsRequestEntry.builder()
                                .partitionKey(row)
                                .data(SdkBytes.fromUtf8String(row))
                                .build())
                        .toList());
    }

    @Test
    void refusedRecords_areSentAgainAlone() throws InterruptedException {
        replies.add(reply(true, false, true));

        send("a", "b", "c");
        delivery.awaitAcknowledged();

        assertThat(sent).containsExactly(List.of("a", "b", "c"), List.of("a", "c"));
    }

    @Test
    void deadEndpoint_isTriedAgainWithAll() throws InterruptedException {
        replies.add(CompletableFuture.failedFuture(new ConnectException("refused")));

        send("a", "b");
        delivery.awaitAcknowledged();

        assertThat(sent).containsExactly(List.of("a", "b"), List.of("a", "b"));
        assertThat(givenUpCount).isZero();
    }

    @Test
    void attempts_areBoundedAndThePausesGrow() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            replies.add(reply(true));
        }

        send("a");

        assertThat(sent).hasSize(4);
        assertThat(pauses).containsExactly(50L, 100L, 150L);
        assertThat(givenUpCount).isEqualTo(1);
        assertThatThrownBy(delivery::awaitAcknowledged)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1 of 1 rows must reach s, were refused 4 times");
        assertThatThrownBy(() -> send("b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void acknowledged_waitsForWhatIsUnderWay() throws InterruptedException {
        CompletableFuture<PutRecordsResponse> late = new CompletableFuture<>();
        replies.add(late);
        send("a");
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(this::awaitAcknowledged);

        assertThat(waiting).isNotDone();
        late.complete(reply(false).join());

        assertThat(waiting).succeedsWithin(java.time.Duration.ofSeconds(10));
    }

    private void awaitAcknowledged() {
        try {
            delivery.awaitAcknowledged();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1,1,1", "1,0,1,1", "1,1,0,1", "1,1,2,1"})
    void limits_areChecked(int inFlight, int attempts, long backoff, long backoffLimit) {
        assertThatThrownBy(() -> new Delivery.Limits(inFlight, attempts, backoff, backoffLimit))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
