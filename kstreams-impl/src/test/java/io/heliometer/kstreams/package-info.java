/** Tests of the engine as a whole, and one task of it that runs in the test. */
@NullMarked
package io.heliometer.kstreams;

import org.jspecify.annotations.NullMarked;
