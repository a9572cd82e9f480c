package io.heliometer.kinesis.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the worker must know of its shards: how many are open, and whether one has failed. */
public final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean failed;

    /** Takes note that a shard is read by this worker from now on. */
    public void opened(String shard) {
        open.add(shard);
    }

    /** Takes note that a shard is no longer read by this worker. */
    public void closed(String shard) {
        open.remove(shard);
    }

    /** Takes note that a shard cannot be read on without losing records: the worker must end. */
    public void failed(String shard) {
        LOG.error("{} failed; the cause stands in the log", shard);
        failed = true;
        ended.countDown();
    }

    /** Takes note that KCL has ended. */
    void ended() {
        ended.countDown();
    }

    /** Waits for the end, at most so long, and returns whether it has come. */
    boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Returns whether a shard failed. */
    public boolean hasFailed() {
        return failed;
    }

    /** Returns how many shards are read by this worker. */
    public int openCount() {
        return open.size();
    }
}
