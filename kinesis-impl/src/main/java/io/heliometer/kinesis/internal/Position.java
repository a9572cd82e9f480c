package io.heliometer.kinesis.internal;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * A record of a shard. User records of one KPL aggregate share the sequence number.
 *
 * @param sequenceNumber decimal, as Kinesis gave it
 * @param subSequenceNumber position within the aggregate; 0 if it is none
 */
public record Position(String sequenceNumber, long subSequenceNumber)
        implements Comparable<Position> {
    private static final Comparator<Position> ORDER = Comparator.comparing(
                    (Position position) -> new BigInteger(position.sequenceNumber))
            .thenComparingLong(Position::subSequenceNumber);

    public Position {
        if (sequenceNumber.isEmpty() || !sequenceNumber.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException(
                    "sequenceNumber must be decimal, was " + sequenceNumber);
        }
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
