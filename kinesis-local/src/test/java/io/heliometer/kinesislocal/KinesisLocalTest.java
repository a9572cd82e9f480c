package io.heliometer.kinesislocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line and the process. */
class KinesisLocalTest {
    private static final int EXIT_SECONDS = 20;

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({
        "'',                                    --port must be given",
        "--port 0,                              --data must be given",
        "--port,                                --port must have a value",
        "--port x --data d,                     '--port must be a number, was ''x'''",
        "--port 65536 --data d,                 '--port must be 0..65535, was 65536'",
        "--port 0 --data d --limits maybe,      '--limits must be on or off, was ''maybe'''",
        "--port 0 --port 1 --data d,            --port must be given once",
        "--port 0 --data d --colour red,        'the option must be one of [--port, --data, --limits], was ''--colour'''",
    })
    void badArguments_saysWhatIsWrong(String line, String message) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ", -1);
        assertThatThrownBy(() -> Arguments.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void arguments_areRead() {
        assertThat(Arguments.parse("--data", "d", "--port", "7", "--limits", "off"))
                .isEqualTo(new Arguments(7, Path.of("d"), false));
        assertThat(Arguments.parse("--data", "d", "--port", "0"))
                .isEqualTo(new Arguments(0, Path.of("d"), true));
    }

    @Test
    void badArguments_exitWithTwo() throws IOException, InterruptedException {
        assertThat(exitCode(List.of("--port", "x"))).isEqualTo(2);
    }

    @Test
    void portOrFolderInUse_exitWithThree() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(data)) {
            String port = Integer.toString(server.port());
            assertThat(exitCode(List.of(
                            "--port", port, "--data", data.resolve("other").toString())))
                    .isEqualTo(3);
            assertThat(data.resolve("other")).doesNotExist();
            assertThat(exitCode(List.of("--port", "0", "--data", data.toString())))
                    .isEqualTo(3);
        }
    }

    @Test
    void sigterm_stopsTheServer() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(data)) {
            assertThat(server.terminate()).as("128 + SIGTERM").isEqualTo(143);
        }
    }

    private static int exitCode(List<String> words) throws IOException, InterruptedException {
        Process process = ServerProcess.launch(words);
        try {
            assertThat(process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
