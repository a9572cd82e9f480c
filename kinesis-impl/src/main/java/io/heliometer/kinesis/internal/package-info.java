/**
 * What only this engine needs: open windows and other state, snapshots, delivery with retries, and
 * a running worker with its leases.
 */
@NullMarked
package io.heliometer.kinesis.internal;

import org.jspecify.annotations.NullMarked;
