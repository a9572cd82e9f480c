package io.heliometer.kinesislocal;

import java.util.Optional;

/**
 * One call of the cross-check.
 *
 * @param name what it shows
 * @param operation the operation
 * @param body the request in JSON; {@code <iterator>}, {@code <number>} and {@code <token>} stand
 *     for the shard iterator, sequence number and next token that the same server gave last
 * @param difference why the servers are known to answer it differently; empty if they must not
 * @param ours what our answer must have in it then
 */
record Step(
        String name, String operation, String body, Optional<Difference> difference, String ours) {
    static Step same(String name, String operation, String body) {
        return new Step(name, operation, body, Optional.empty(), "");
    }

    static Step differs(
            Difference difference, String ours, String name, String operation, String body) {
        return new Step(name, operation, body, Optional.of(difference), ours);
    }
}
