package io.heliometer.kinesislocal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a client carries from one call to the next: text fields in Base64, opaque to the client and
 * all the server needs, so it holds nothing per client and a token survives a restart. Fields hold
 * no slash.
 *
 * @param kind what the token is for
 * @param issuedMillis when it was issued, in milliseconds since the epoch
 * @param fields what it says
 */
record Token(String kind, long issuedMillis, List<String> fields) {
    private static final String SEPARATOR = "/";

    Token {
        fields = List.copyOf(fields);
    }

    String encode() {
        String text = kind + SEPARATOR + issuedMillis + SEPARATOR + String.join(SEPARATOR, fields);
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns what a token says; empty if this server cannot have issued it as this kind with so
     * many fields.
     */
    static Optional<Token> decode(String kind, int fieldCount, String text) {
        try {
            String decoded = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = decoded.split(SEPARATOR, -1);
            if (parts.length != fieldCount + 2 || !parts[0].equals(kind)) {
                return Optional.empty();
            }
            List<String> fields = Arrays.asList(parts).subList(2, parts.length);
            return Optional.of(new Token(kind, Long.parseLong(parts[1]), fields));
        } catch (IllegalArgumentException e) {
            // Neither Base64 nor a number: somebody else's text.
            return Optional.empty();
        }
    }

    /** Returns whether the token is too old. */
    boolean isExpired(long nowMillis) {
        return nowMillis - issuedMillis > Quotas.TOKEN_MILLIS;
    }
}
