package io.heliometer.benchmarks.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the lines of a child mean: ready, counted, an event for the listener, or just the tail of
 * the log.
 *
 * <p>The listener runs on a thread of its own behind a bounded queue, so that neither a slow nor a
 * throwing listener can hold up the child.
 */
final class ChildOutput {
    private static final String EVENT_PREFIX = "HELIOMETER ";
    private static final int TAIL_LINES = 40;
    private static final int TAIL_LINE_CHARS = 500;

    /** The cause stands before hundreds of lines about an orderly shutdown. */
    private static final Pattern ERROR = Pattern.compile("\\b(ERROR|FATAL)\\b|Exception\\b");

    private static final int ERROR_LINES = 10;
    private static final int EVENT_LIMIT = 10_000;

    private final ChildSpec spec;
    private final Consumer<String> listener;
    private final ThreadPoolExecutor events;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final AtomicLong countedLineCount = new AtomicLong();
    private final AtomicLong lostEventCount = new AtomicLong();
    private final List<String> firstErrors = new ArrayList<>();
    private final Deque<String> tail = new ArrayDeque<>();

    ChildOutput(ChildSpec spec, Consumer<String> listener) {
        this.spec = spec;
        this.listener = listener;
        events = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(EVENT_LIMIT),
                work -> ChildProcess.daemon(spec.name() + "-events", work),
                (work, pool) -> lostEventCount.incrementAndGet());
        events.allowCoreThreadTimeOut(true);
        if (spec.readyLine() == null) {
            ready.complete(null);
        }
    }

    void outLine(String line) {
        if (line.startsWith(EVENT_PREFIX)) {
            events.execute(() -> listener.accept(line));
        }
        errLine(line);
    }

    void errLine(String line) {
        remember(line.substring(0, Math.min(line.length(), TAIL_LINE_CHARS)));
        if (spec.countedText() != null && line.contains(spec.countedText())) {
            countedLineCount.incrementAndGet();
        }
        if (spec.readyLine() != null && line.contains(spec.readyLine())) {
            ready.complete(null);
        }
    }

    private void remember(String line) {
        synchronized (tail) {
            if (firstErrors.size() < ERROR_LINES && ERROR.matcher(line).find()) {
                firstErrors.add(line);
            }
            if (tail.size() == TAIL_LINES) {
                tail.removeFirst();
            }
            tail.addLast(line);
        }
    }

    CompletableFuture<Void> ready() {
        return ready;
    }

    List<String> lastLines() {
        synchronized (tail) {
            return Stream.concat(firstErrors.stream(), tail.stream()).distinct().toList();
        }
    }

    long countedLineCount() {
        return countedLineCount.get();
    }

    long lostEventCount() {
        return lostEventCount.get();
    }

    /** Lets the listener finish what has arrived; waits at most the given time. */
    void finish(long timeoutMillis) throws InterruptedException {
        events.shutdown();
        events.awaitTermination(timeoutMillis, TimeUnit.MILLISECONDS);
    }
}
