package io.heliometer.kinesislocal;

import java.util.List;

/**
 * Where a listing of shards goes on.
 *
 * @param stream the stream's name
 * @param after the last shard's id
 */
record ListToken(String stream, String after) {
    private static final String SHARDS = "shards";
    private static final String STREAMS = "streams";

    String encode(long nowMillis) {
        return new Token(SHARDS, nowMillis, List.of(stream, after)).encode();
    }

    /** Reads a client's token; the service's errors if it is not one, or too old. */
    static ListToken decode(String text, long nowMillis) {
        Token token = Token.decode(SHARDS, 2, text).orElseThrow(ListToken::invalid);
        if (token.isExpired(nowMillis)) {
            throw new ServiceException(
                    "ExpiredNextTokenException",
                    "The pagination token is older than " + Quotas.TOKEN_MILLIS + " milliseconds.");
        }
        return new ListToken(token.fields().get(0), token.fields().get(1));
    }

    /** Returns the token of a listing of streams that goes on after a name. */
    static String encodeStreams(String after, long nowMillis) {
        return new Token(STREAMS, nowMillis, List.of(after)).encode();
    }

    /** Returns the name that {@link #encodeStreams} was given; that token does not expire. */
    static String decodeStreams(String text) {
        return Token.decode(STREAMS, 1, text)
                .orElseThrow(ListToken::invalid)
                .fields()
                .get(0);
    }

    private static ServiceException invalid() {
        return ServiceException.invalidArgument("NextToken is invalid.");
    }
}
