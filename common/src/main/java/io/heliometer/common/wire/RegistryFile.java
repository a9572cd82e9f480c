package io.heliometer.common.wire;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The registry as a Protocol Buffers file, which every worker of every engine loads at start. */
public final class RegistryFile {
    private RegistryFile() {}

    /** Writes the registry; an existing file is replaced. */
    public static void write(PanelRegistry registry, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            // The generated message bears this class's name, so it cannot be imported.
            var message = io.heliometer.common.wire.proto.RegistryFile.newBuilder()
                    .setSamplingPeriodMillis(registry.samplingPeriodMillis());
            registry.panels().forEach(panel -> message.addPanels(PanelProto.of(panel)));
            message.build().writeTo(out);
        }
    }

    /**
     * Reads a registry.
     *
     * @throws IOException if the file is absent or is not a registry
     */
    public static PanelRegistry read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            var message = io.heliometer.common.wire.proto.RegistryFile.parseFrom(in);
            List<Panel> panels =
                    message.getPanelsList().stream().map(PanelProto::toPanel).toList();
            return new PanelRegistry(message.getSamplingPeriodMillis(), panels);
        } catch (IllegalArgumentException e) {
            throw new IOException("registry file must be a registry, was not: " + file, e);
        }
    }
}
