/** Event time: half-open windows and the lateness rule, which is data and not engine state. */
@NullMarked
package io.heliometer.common.time;

import org.jspecify.annotations.NullMarked;
