/** The shape of the code, as rules that fail the build. */
@NullMarked
package io.heliometer.common.arch;

import org.jspecify.annotations.NullMarked;
