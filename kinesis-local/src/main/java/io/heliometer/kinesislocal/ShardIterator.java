package io.heliometer.kinesislocal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Where a reader stands in a shard.
 *
 * @param stream the stream's name
 * @param streamCreatedMillis which stream of that name
 * @param shard the shard's index
 * @param ordinal the next record's ordinal
 */
record ShardIterator(String stream, long streamCreatedMillis, int shard, long ordinal) {
    private static final String KIND = "iterator";
    private static final int FIELD_COUNT = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Returns the text for the client. */
    String encode(long nowMillis) {
        List<String> fields = List.of(
                stream,
                Long.toString(streamCreatedMillis),
                Integer.toString(shard),
                Long.toString(ordinal));
        return new Token(KIND, nowMillis, fields).encode();
    }

    /** Reads a client's iterator; the service's errors if it is not one, or too old. */
    static ShardIterator decode(String text, long nowMillis) {
        Token token = Token.decode(KIND, FIELD_COUNT, text).orElseThrow(ShardIterator::invalid);
        if (token.isExpired(nowMillis)) {
            throw new ServiceException(
                    "ExpiredIteratorException",
                    "Iterator expired. The iterator was created at time "
                            + time(token.issuedMillis())
                            + " while right now it is " + time(nowMillis)
                            + " which is further in the future than "
                            + "the tolerated delay of " + Quotas.TOKEN_MILLIS + " milliseconds.");
        }
        try {
            List<String> fields = token.fields();
            return new ShardIterator(
                    fields.get(0),
                    Long.parseLong(fields.get(1)),
                    Integer.parseInt(fields.get(2)),
                    Long.parseLong(fields.get(3)));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    static ServiceException invalid() {
        return ServiceException.invalidArgument("Invalid ShardIterator.");
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }
}
