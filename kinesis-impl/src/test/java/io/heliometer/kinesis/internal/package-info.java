/** Tests of windows, the held-back checkpoint and delivery. */
@NullMarked
package io.heliometer.kinesis.internal;

import org.jspecify.annotations.NullMarked;
