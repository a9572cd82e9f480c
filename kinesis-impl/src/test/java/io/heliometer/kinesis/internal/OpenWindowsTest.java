package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenWindowsTest {
    private final OpenWindows<String, Integer> windows = new OpenWindows<>();
    private final List<String> emitted = new ArrayList<>();

    private void close(long millis) {
        windows.closeBefore(millis, (start, key, value) -> emitted.add(start + key + value));
    }

    @Test
    void closed_areEmittedInOrderAndGone() {
        windows.at(100).put("a", 1);
        windows.at(0).put("a", 2);
        windows.at(200).put("a", 3);

        close(200);
        close(200);

        assertThat(emitted).containsExactly("0a2", "100a1");
        assertThat(windows.at(200)).containsEntry("a", 3);
    }

    @Test
    void window_isTheSameUntilItCloses() {
        windows.at(0).put("a", 1);
        windows.at(100).put("a", 5);

        assertThat(windows.at(0)).containsEntry("a", 1);
        close(1);
        assertThat(windows.at(0)).isEmpty();
    }
}
