package io.heliometer.kinesislocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log against a list, with records of all sizes. */
class ShardLogTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRecord_isFoundByOrdinalAndByTime(long seed) throws IOException {
        Random random = new Random(seed);
        List<Long> arrivals = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Path segment = folder.resolve("log");
        try (ShardLog log = ShardLog.open(segment)) {
            fill(log, random, arrivals, sizes);
            assertAllFound(log, arrivals, sizes);
        }
        try (ShardLog log = ShardLog.open(segment)) {
            assertThat(log.tail().ordinal()).isEqualTo(arrivals.size());
            assertAllFound(log, arrivals, sizes);
        }
    }

    private static void fill(ShardLog log, Random random, List<Long> arrivals, List<Integer> sizes)
            throws IOException {
        long now = 1000;
        long last = 0;
        for (int batch = 0; batch < 60; batch++) {
            // Also backwards: the log does not follow.
            now += random.nextInt(8) - 2;
            last = Math.max(last, now);
            List<Entry> entries = new ArrayList<>();
            int count = 1 + random.nextInt(40);
            for (int i = 0; i < count; i++) {
                // Mostly small, now and then larger than a chunk of the cursor.
                int size = random.nextInt(100) == 0 ? random.nextInt(600_000) : random.nextInt(300);
                entries.add(new Entry("key-" + sizes.size(), null, new byte[size]));
                sizes.add(size);
                arrivals.add(last);
            }
            log.append(entries, now);
        }
    }

    private static void assertAllFound(ShardLog log, List<Long> arrivals, List<Integer> sizes)
            throws IOException {
        for (int i = 0; i < sizes.size(); i++) {
            LogCursor cursor = log.cursorAt(i + 1);
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.nextOrdinal()).isEqualTo(i + 2);
            assertThat(key(cursor)).isEqualTo("key-" + i);
            assertThat(cursor.dataLength()).isEqualTo(sizes.get(i));
            assertThat(cursor.arrivalMillis()).isEqualTo(arrivals.get(i));
            assertThat(log.ordinalAt(arrivals.get(i)))
                    .isEqualTo(arrivals.indexOf(arrivals.get(i)) + 1);
        }
        assertThat(log.cursorAt(sizes.size() + 1).next()).isFalse();
        assertThat(log.ordinalAt(arrivals.get(arrivals.size() - 1) + 1))
                .isEqualTo(sizes.size() + 1);
    }

    private static String key(LogCursor cursor) {
        return new String(
                cursor.bytes(), cursor.keyOffset(), cursor.keyLength(), StandardCharsets.UTF_8);
    }
}
