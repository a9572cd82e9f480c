/** Tests of the engine as a whole, and a run of it in memory. */
@NullMarked
package io.heliometer.spark;

import org.jspecify.annotations.NullMarked;
