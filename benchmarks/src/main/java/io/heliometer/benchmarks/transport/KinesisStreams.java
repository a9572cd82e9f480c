package io.heliometer.benchmarks.transport;

import java.util.List;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** The administrative requests of Kinesis, each with a bound. */
final class KinesisStreams {
    private final KinesisAsyncClient client;

    KinesisStreams(KinesisAsyncClient client) {
        this.client = client;
    }

    List<String> names() throws InterruptedException {
        return Requests.get("list streams", client.listStreams()).streamNames();
    }

    void create(String stream, int shardCount) throws InterruptedException {
        Requests.get(
                "create stream " + stream,
                client.createStream(request -> request.streamName(stream).shardCount(shardCount)));
    }

    void awaitActive(String stream) throws InterruptedException {
        Requests.await(
                "stream " + stream + " being active",
                () -> summary(stream).streamStatus() == StreamStatus.ACTIVE);
    }

    private StreamDescriptionSummary summary(String stream) throws InterruptedException {
        return Requests.get(
                        "describe stream " + stream,
                        client.describeStreamSummary(request -> request.streamName(stream)))
                .streamDescriptionSummary();
    }

    /** Deletes a stream; one that does not exist is no error. */
    void delete(String stream) throws InterruptedException {
        try {
            Requests.get(
                    "delete stream " + stream,
                    client.deleteStream(request -> request.streamName(stream)));
        } catch (TransportFailure e) {
            if (!(e.getCause() instanceof ResourceNotFoundException)) {
                throw e;
            }
        }
    }
}
