package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
    private static final Snapshot.Label LABEL =
            new Snapshot.Label("Q1", "shardId-000000000003", new Position("4961234567890", 7));

    private final Value state = new Value();

    private static final class Value implements ShardState {
        private long value;

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeLong(value);
        }

        @Override
        public void load(DataInput in) throws IOException {
            value = in.readLong();
        }
    }

    private byte[] snapshot() throws IOException {
        Value saved = new Value();
        saved.value = 42;
        return Snapshot.take(LABEL, saved);
    }

    @Test
    void restored_isWhatWasTaken() throws IOException {
        Snapshot.restore(LABEL, snapshot(), state);

        assertThat(state.value).isEqualTo(42);
    }

    @Test
    void everyTruncation_isRefused() throws IOException {
        byte[] whole = snapshot();
        for (int length = 0; length < whole.length; length++) {
            assertRefused(LABEL, Arrays.copyOf(whole, length));
        }
        assertRefused(LABEL, Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void everyFlippedBit_isRefused() throws IOException {
        byte[] whole = snapshot();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(LABEL, damaged);
        }
    }

    @Test
    void snapshotOfSomethingElse_isRefused() throws IOException {
        assertRefused(new Snapshot.Label("Q2", LABEL.shard(), LABEL.position()), snapshot());
        assertRefused(new Snapshot.Label("Q1", "shardId-0", LABEL.position()), snapshot());
        assertRefused(
                new Snapshot.Label("Q1", LABEL.shard(), new Position("4961234567890", 8)),
                snapshot());
    }

    @Test
    void stateThatReadsLessThanWasWritten_isRefused() throws IOException {
        ShardState forgetful = new ShardState() {
            @Override
            public void save(DataOutput out) {}

            @Override
            public void load(DataInput in) {}
        };

        assertThatThrownBy(() -> Snapshot.restore(LABEL, snapshot(), forgetful))
                .isInstanceOf(IOException.class)
                .hasMessage("snapshot has 8 bytes too many");
    }

    private void assertRefused(Snapshot.Label label, byte[] snapshot) {
        assertThatThrownBy(() -> Snapshot.restore(label, snapshot, state))
                .isInstanceOf(IOException.class);
        assertThat(state.value).isZero();
    }
}
