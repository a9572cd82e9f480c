/** One processor per query of the specification, with its supplier and its stores. */
@NullMarked
package io.heliometer.kstreams.query;

import org.jspecify.annotations.NullMarked;
