package io.heliometer.benchmarks.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A log file that never grows past its limit and never throws: whatever happens to the disk, the
 * child's output must go on being read.
 */
final class CappedLog implements AutoCloseable {
    private static final byte[] NOTE = "\n[log truncated]\n".getBytes(StandardCharsets.UTF_8);

    private final OutputStream file;
    private long bytesLeft;

    /**
     * Opens the file for appending; what it already holds counts towards the limit.
     *
     * @throws IOException if the file cannot be opened
     */
    CappedLog(Path path, long limitBytes) throws IOException {
        file = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        bytesLeft = Math.max(0, limitBytes - Files.size(path));
    }

    void write(byte[] bytes, int count) {
        if (bytesLeft <= 0) {
            return;
        }
        int kept = (int) Math.min(count, bytesLeft);
        try {
            file.write(bytes, 0, kept);
            bytesLeft -= kept;
            if (bytesLeft == 0) {
                file.write(NOTE);
            }
        } catch (IOException e) {
            // A full disk: the tail in memory still has the last lines.
            bytesLeft = 0;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            bytesLeft = 0;
        }
    }
}
