package io.heliometer.kinesislocal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The sequence numbers of one shard: 56 decimal digits like the service's, {@code 49}, the stream's
 * creation in milliseconds (13), the shard (6), the record's ordinal in the shard (35). So they
 * grow with the ordinal, name where they come from, and are written digit by digit without big
 * numbers. The shard's own starting number is ordinal 0.
 *
 * @param streamCreatedMillis when the stream was created
 * @param shard the shard's index
 */
record SequenceNumber(long streamCreatedMillis, int shard) {
    /** How many digits a sequence number has. */
    static final int LENGTH = 56;

    private static final String VERSION = "49";
    private static final int CREATED_END = 15;
    private static final int SHARD_END = 21;
    private static final BigInteger MAX_ORDINAL = BigInteger.valueOf(Long.MAX_VALUE);

    /**
     * What a sequence number says.
     *
     * @param numbers where it comes from
     * @param ordinal the record's place in the shard, from 1; 0 is before the first
     */
    record Parsed(SequenceNumber numbers, long ordinal) {}

    /** Returns what a number says; empty if this server cannot have written it. */
    static Optional<Parsed> parse(String digits) {
        if (digits.length() != LENGTH
                || !digits.startsWith(VERSION)
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        BigInteger ordinal = new BigInteger(digits.substring(SHARD_END));
        if (ordinal.compareTo(MAX_ORDINAL) > 0) {
            return Optional.empty();
        }
        SequenceNumber numbers = new SequenceNumber(
                Long.parseLong(digits.substring(VERSION.length(), CREATED_END)),
                Integer.parseInt(digits.substring(CREATED_END, SHARD_END)));
        return Optional.of(new Parsed(numbers, ordinal.longValue()));
    }

    /** Returns 56 digits to be filled in by {@link #write}. */
    byte[] template() {
        byte[] digits = new byte[LENGTH];
        Arrays.fill(digits, (byte) '0');
        writeDigits(digits, VERSION.length(), Long.parseLong(VERSION));
        writeDigits(digits, CREATED_END, streamCreatedMillis);
        writeDigits(digits, SHARD_END, shard);
        return digits;
    }

    /** Writes an ordinal into a template, over what an earlier and smaller one left. */
    static void write(byte[] template, long ordinal) {
        writeDigits(template, LENGTH, ordinal);
    }

    /** Returns the number of an ordinal. */
    String of(long ordinal) {
        byte[] digits = template();
        write(digits, ordinal);
        return new String(digits, StandardCharsets.US_ASCII);
    }

    private static void writeDigits(byte[] digits, int end, long value) {
        int at = end;
        for (long rest = value; rest > 0; rest /= 10) {
            digits[--at] = (byte) ('0' + rest % 10);
        }
    }
}
