package io.heliometer.benchmarks.transport;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The transports of a run: those that are up, and for the others the reason. */
public final class Transports implements AutoCloseable {
    private final Map<String, Transport> up = new TreeMap<>();
    private final Map<String, String> reasons = new TreeMap<>();

    /** Starts a transport or connects to it. */
    @FunctionalInterface
    public interface Opener {
        /** Opens the transport of this name. */
        Transport open(String name) throws IOException, InterruptedException, TransportUnavailable;
    }

    private Transports() {}

    /**
     * Opens transports one after the other; what cannot be had is remembered with its reason.
     *
     * @throws IOException if a file of a transport cannot be written; what was opened is closed
     */
    public static Transports open(Collection<String> names, Opener opener)
            throws IOException, InterruptedException {
        Transports transports = new Transports();
        boolean complete = false;
        try {
            for (String name : names) {
                try {
                    transports.up.put(name, opener.open(name));
                } catch (TransportUnavailable e) {
                    transports.reasons.put(name, e.getMessage());
                }
            }
            complete = true;
        } finally {
            if (!complete) {
                transports.close();
            }
        }
        return transports;
    }

    /** Returns a transport; empty if it cannot be had. */
    public Optional<Transport> find(String name) {
        return Optional.ofNullable(up.get(name));
    }

    /** Returns a transport that is up. */
    public Transport get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "transport must be up, was not: " + name + ": " + reason(name)));
    }

    /** Returns why a transport cannot be had. */
    public String reason(String name) {
        return reasons.getOrDefault(name, "no engine of this run asked for it");
    }

    /** Returns what the environment record says of those that are up, by name. */
    public Map<String, Map<String, String>> describe() {
        Map<String, Map<String, String>> facts = new TreeMap<>();
        up.forEach((name, transport) -> facts.put(name, transport.describe()));
        return facts;
    }

    @Override
    public void close() {
        up.values().forEach(Transport::close);
    }
}
