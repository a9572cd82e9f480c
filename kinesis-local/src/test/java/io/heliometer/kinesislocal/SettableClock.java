package io.heliometer.kinesislocal;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when the test says so. */
final class SettableClock implements InstantSource {
    private volatile long millis;

    SettableClock(long millis) {
        this.millis = millis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    void advance(long byMillis) {
        set(millis() + byMillis);
    }

    private void set(long newMillis) {
        millis = newMillis;
    }
}
