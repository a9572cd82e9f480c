package io.heliometer.kinesislocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the answers with kinesalite's, call by call, in JSON: its CBOR answers are cut short.
 */
class CrossCheckTest {
    private static final List<String> TRANSCRIPT = new ArrayList<>();
    private static final List<String> UNEXPECTED = new ArrayList<>();
    private static final Set<Difference> SEEN = EnumSet.noneOf(Difference.class);

    @BeforeAll
    static void runScript(@TempDir Path data) throws IOException, InterruptedException {
        // One moment for all calls, so that no limit is reached or left by chance.
        InstantSource clock = InstantSource.fixed(Instant.now());
        try (Kinesalite kinesalite = Kinesalite.start();
                LocalServer server = LocalServer.start(new Arguments(0, data, true), clock)) {
            Side reference = new Side(kinesalite.port());
            Side ours = new Side(server.port());
            for (Step step : CrossCheckScript.steps()) {
                compare(step, ours.call(step), reference.call(step));
            }
            // For reading after a failure, or out of curiosity.
            Files.write(Path.of("target/cross-check.txt"), TRANSCRIPT);
        }
    }

    private static void compare(Step step, String ours, String reference) {
        boolean differs = !ours.equals(reference);
        TRANSCRIPT.add(step.name() + (differs ? "\n  ours:       " + ours : "") + "\n  kinesalite: "
                + reference);
        step.difference().filter(difference -> differs).ifPresent(SEEN::add);
        if (differs != step.difference().isPresent() || !ours.contains(step.ours())) {
            UNEXPECTED.add(TRANSCRIPT.get(TRANSCRIPT.size() - 1));
        }
    }

    @Test
    void everyCall_isAnsweredAlikeUnlessTheDifferenceIsKnown() {
        assertThat(UNEXPECTED).isEmpty();
    }

    @Test
    void everyKnownDifference_isSeen() {
        assertThat(SEEN).containsExactlyInAnyOrder(Difference.values());
    }

    @Test
    void readme_listsEveryKnownDifference() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains(String.join(
                        "\n",
                        Arrays.stream(Difference.values()).map(Difference::row).toList()));
    }

    /** One of the servers, and what it gave last. */
    private static final class Side {
        private static final int MAX_TRIES = 1000;

        private final RawClient client;
        private final Map<String, String> given = new HashMap<>();

        Side(int port) {
            this.client = new RawClient(port);
        }

        /** Returns the answer, without what no two servers can have in common. */
        String call(Step step) throws IOException, InterruptedException {
            String body = step.body();
            for (Map.Entry<String, String> last : given.entrySet()) {
                body = body.replace("<" + last.getKey() + ">", last.getValue());
            }
            HttpResponse<byte[]> answer = client.call(
                    step.operation(), Formats.JSON, body.getBytes(StandardCharsets.UTF_8));
            Object tree = Tree.read(Formats.JSON, answer.body());
            settle(step);
            remember("iterator", Tree.find(tree, "ShardIterator"));
            remember("iterator", Tree.find(tree, "NextShardIterator"));
            remember("number", Tree.find(tree, "SequenceNumber"));
            remember("token", Tree.find(tree, "NextToken"));
            return answer.statusCode() + " " + withoutTheirOwn(tree.toString());
        }

        /**
         * Waits until a stream is there or gone: kinesalite does that a moment after its answer.
         */
        private void settle(Step step) throws IOException, InterruptedException {
            if (!step.operation().equals("CreateStream")
                    && !step.operation().equals("DeleteStream")) {
                return;
            }
            for (int tries = 0; tries < MAX_TRIES; tries++) {
                byte[] body = step.body().getBytes(StandardCharsets.UTF_8);
                byte[] answer =
                        client.call("DescribeStreamSummary", Formats.JSON, body).body();
                if (!Tree.find(Tree.read(Formats.JSON, answer), "StreamStatus").endsWith("ING")) {
                    return;
                }
            }
            throw new IOException("the stream must settle in " + MAX_TRIES + " calls: " + step);
        }

        private void remember(String name, String value) {
            if (!value.isEmpty()) {
                given.put(name, value);
            }
        }

        private static String withoutTheirOwn(String text) {
            return text.replaceAll("(Iterator|NextToken)=[A-Za-z0-9+/=]{20,}", "$1=<token>")
                    .replaceAll("Timestamp=[0-9.]+(E9)?", "Timestamp=<time>")
                    .replaceAll("\\b[0-9]{56}\\b", "<number>");
        }
    }
}
