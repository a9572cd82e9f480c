package io.heliometer.benchmarks.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads one output stream of a child to its end: bytes to the log file, lines to a sink. */
final class LogPump implements Runnable {
    private static final int BUFFER_BYTES = 16_384;

    /**
     * Longer lines are handed on in parts, so that output without line ends needs no more memory.
     */
    private static final int LINE_LIMIT_BYTES = 65_536;

    private final InputStream stream;
    private final CappedLog log;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /**
     * Takes over the log.
     *
     * @param lines must neither block nor throw: the child waits for it
     */
    LogPump(InputStream stream, CappedLog log, Consumer<String> lines) {
        this.stream = stream;
        this.log = log;
        this.lines = lines;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (log) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                log.write(buffer, count);
                split(buffer, count);
            }
        } catch (IOException e) {
            // The pipe broke with its child: the same as its end.
        }
        if (line.size() > 0) {
            emit();
        }
    }

    private void split(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                emit();
            } else {
                line.write(buffer[i]);
                if (line.size() >= LINE_LIMIT_BYTES) {
                    emit();
                }
            }
        }
    }

    private void emit() {
        lines.accept(line.toString(StandardCharsets.UTF_8).stripTrailing());
        line.reset();
    }
}
