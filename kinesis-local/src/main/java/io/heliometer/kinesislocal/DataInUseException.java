package io.heliometer.kinesislocal;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** Another server works on this data folder. */
final class DataInUseException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    DataInUseException(Path data) {
        super("--data must be a folder that no other server uses, " + data
                + " is in use: stop that server or name another folder");
    }
}
