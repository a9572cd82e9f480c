package io.heliometer.kinesislocal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A position on the ring of hash keys: an unsigned number of 128 bits, in two halves so that
 * comparing it costs nothing.
 *
 * @param high the upper 64 bits, unsigned
 * @param low the lower 64 bits, unsigned
 */
record HashKey(long high, long low) implements Comparable<HashKey> {
    private static final int BITS = 128;
    private static final ThreadLocal<MessageDigest> MD5 = ThreadLocal.withInitial(HashKey::newMd5);

    /** Returns the hash key of a partition key: its MD5. */
    static HashKey ofPartitionKey(byte[] utf8) {
        ByteBuffer digest = ByteBuffer.wrap(MD5.get().digest(utf8));
        return new HashKey(digest.getLong(), digest.getLong());
    }

    /**
     * Returns an explicit hash key; a number that is not on the ring is the service's
     * InvalidArgumentException.
     */
    static HashKey ofExplicit(String decimal) {
        BigInteger value = new BigInteger(decimal);
        if (value.bitLength() > BITS) {
            throw ServiceException.invalidArgument(
                    "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: "
                            + "[0, 2^128-1]. Specified value was " + decimal);
        }
        return of(value);
    }

    /**
     * Returns the first hash key of a shard, where the ring is cut into equal parts and the last
     * takes the rest.
     */
    static HashKey startOf(int shard, int shardCount) {
        return of(BigInteger.ONE
                .shiftLeft(BITS)
                .divide(BigInteger.valueOf(shardCount))
                .multiply(BigInteger.valueOf(shard)));
    }

    private static HashKey of(BigInteger value) {
        return new HashKey(value.shiftRight(Long.SIZE).longValue(), value.longValue());
    }

    /** Returns the key before this one on the ring; before 0 is 2^128-1. */
    HashKey previous() {
        return new HashKey(low == 0 ? high - 1 : high, low - 1);
    }

    @Override
    public int compareTo(HashKey other) {
        int highs = Long.compareUnsigned(high, other.high);
        return highs != 0 ? highs : Long.compareUnsigned(low, other.low);
    }

    /** Returns the decimal number, as the API has it. */
    String decimal() {
        return new BigInteger(
                        1,
                        ByteBuffer.allocate(BITS / 8).putLong(high).putLong(low).array())
                .toString();
    }

    private static MessageDigest newMd5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("MD5 must be there, every Java platform has it", e);
        }
    }
}
