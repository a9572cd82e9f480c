package io.heliometer.results.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A run's folder cannot be written or read; the message names the folder and the next step. */
public final class StorageException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /** What Linux, its quotas, macOS and Windows say when a disk is full. */
    private static final List<String> FULL_DISK = List.of(
            "no space left on device", "disk quota exceeded", "not enough space on the disk");

    private StorageException(String message, IOException cause) {
        super(message, cause);
    }

    static StorageException of(String action, Path folder, IOException cause) {
        String said = String.valueOf(cause.getMessage());
        if (FULL_DISK.stream().anyMatch(said.toLowerCase(Locale.ROOT)::contains)) {
            return new StorageException(
                    "No space left on device: cannot " + action + " in " + folder
                            + ". Free some space there or choose a folder on another disk, then"
                            + " repeat the command; the trials written so far are kept",
                    cause);
        }
        return new StorageException(
                "Cannot " + action + " in " + folder + ": " + cause.getClass().getSimpleName()
                        + ": " + said,
                cause);
    }
}
