package io.heliometer.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Finds ports of the loopback interface that nobody listens on. */
public final class FreePorts {
    private FreePorts() {}

    /**
     * Returns distinct ports that were free a moment ago; who needs them should be quick.
     *
     * @param count from 1 to 64
     * @throws UncheckedIOException if the loopback interface cannot be used
     */
    public static List<Integer> find(int count) {
        if (count < 1 || count > 64) {
            throw new IllegalArgumentException("count must be 1 to 64, was " + count);
        }
        // All are held until the last is found: that makes them distinct.
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(open(0));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no port of the loopback interface can be opened", e);
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    /** Returns whether a server could listen on this port of the loopback interface now. */
    public static boolean free(int port) {
        try {
            release(open(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a probe socket", e);
        }
    }
}
