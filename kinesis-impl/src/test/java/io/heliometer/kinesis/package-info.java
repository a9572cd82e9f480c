/** Tests of the engine as a whole, and a shard that is read in the test. */
@NullMarked
package io.heliometer.kinesis;

import org.jspecify.annotations.NullMarked;
