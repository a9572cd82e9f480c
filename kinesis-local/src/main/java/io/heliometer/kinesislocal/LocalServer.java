package io.heliometer.kinesislocal;

import com.sun.net.httpserver.HttpServer;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The running server: the HTTP part and the streams, opened and closed together. */
final class LocalServer implements Closeable {
    /**
     * Requests under way at once; more wait. They hardly block, so more threads than cores would
     * only add memory.
     */
    private static final int THREADS = 8;

    /** 127.0.0.1 by number: what a resolver makes of "localhost" may be IPv6. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final int STOP_SECONDS = 5;
    private static final String[][] HTTP_PROPERTIES = {
        // Without it an answer's second packet waits for the client's delayed acknowledgement: 40
        // ms.
        {"sun.net.httpserver.nodelay", "true"},
        // The default of 200 closes the others' connections as soon as they are idle.
        {"sun.net.httpserver.maxIdleConnections", "10000"},
        // In seconds. Longer than any client keeps an idle connection, so that the client closes it
        // and not the server.
        {"sun.net.httpserver.idleInterval", "600"},
        // A temporary buffer outside the heap is kept per thread, up to this size.
        {"jdk.nio.maxCachedBufferSize", Integer.toString(Quotas.MEBIBYTE)},
    };

    private final HttpServer http;
    private final ExecutorService threads;
    private final Streams streams;

    private LocalServer(HttpServer http, ExecutorService threads, Streams streams) {
        this.http = http;
        this.threads = threads;
        this.streams = streams;
    }

    /** Starts a server; a port in use is a {@link java.net.BindException}. */
    static LocalServer start(Arguments arguments, InstantSource clock) throws IOException {
        for (String[] property : HTTP_PROPERTIES) {
            System.setProperty(property[0], property[1]);
        }
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), arguments.port());
        // Bound before the data is opened: a second server on the same port leaves no trace.
        HttpServer http = HttpServer.create(address, 0);
        Streams streams;
        try {
            streams = Streams.open(arguments.data(), arguments.limited(), clock);
        } catch (IOException e) {
            http.stop(0);
            throw e;
        }
        AtomicInteger count = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, task -> new Thread(task, "request-" + count.incrementAndGet()));
        http.createContext("/", new FrontDoor(streams));
        http.setExecutor(threads);
        http.start();
        return new LocalServer(http, threads, streams);
    }

    /** Returns the port it listens on. */
    int port() {
        return http.getAddress().getPort();
    }

    /** Stops listening, lets requests under way end and closes the files. */
    @Override
    public void close() throws IOException {
        http.stop(0);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "requests still under way after " + STOP_SECONDS + " s are cut off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        streams.close();
    }
}
