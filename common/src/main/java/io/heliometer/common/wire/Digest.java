package io.heliometer.common.wire;

import java.util.HexFormat;

/**
 * An order-independent digest of a multiset of rows: their count, and the sum mod 2^64 of a 64-bit
 * hash per row. Law: the digest of a union is {@link #plus} of the digests, in any order.
 *
 * @param count how many rows
 * @param sum the sum of their hashes
 */
public record Digest(long count, long sum) {
    /** The digest of no rows. */
    public static final Digest EMPTY = new Digest(0, 0);

    /** Returns this digest with one more row. */
    public Digest plus(byte[] row) {
        return plus(Hash.of(row));
    }

    /** Returns this digest with one more row of this hash. */
    public Digest plus(long hash) {
        return new Digest(count + 1, sum + hash);
    }

    /** Returns the digest of both multisets together. */
    public Digest plus(Digest other) {
        return new Digest(count + other.count, sum + other.sum);
    }

    /** Returns {@code count-hex}, as it stands in results. */
    @Override
    public String toString() {
        return count + "-" + HexFormat.of().toHexDigits(sum);
    }
}
