/** Tests of windows, state, snapshots and delivery. */
@NullMarked
package io.heliometer.kinesis.internal;

import org.jspecify.annotations.NullMarked;
