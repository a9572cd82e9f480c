/** Tests of the key, the clock and the stores of open windows. */
@NullMarked
package io.heliometer.kstreams.internal;

import org.jspecify.annotations.NullMarked;
