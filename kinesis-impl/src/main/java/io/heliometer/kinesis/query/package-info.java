/** One query of the specification per file, over the records of one shard. */
@NullMarked
package io.heliometer.kinesis.query;

import org.jspecify.annotations.NullMarked;
