/**
 * What travels: the Protocol Buffers codec, result rows as CSV, and the order-independent digest.
 */
@NullMarked
package io.heliometer.common.wire;

import org.jspecify.annotations.NullMarked;
