package io.heliometer.kinesislocal;

import java.util.Optional;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.cbor.CBORFactory;

/** The two formats there are. */
final class Formats {
    /** CBOR, what the SDK speaks unless told otherwise. */
    static final Format CBOR = new Format.Cbor(new CBORFactory());

    /** JSON. */
    static final Format JSON = new Format.Json(JsonFactory.builder().build());

    private Formats() {}

    /** Returns the format of a content type, whose parameters do not matter. */
    static Optional<Format> of(String contentType) {
        String type = contentType.split(";", 2)[0].strip();
        if (type.equals(CBOR.contentType())) {
            return Optional.of(CBOR);
        }
        return type.equals(JSON.contentType()) ? Optional.of(JSON) : Optional.empty();
    }
}
