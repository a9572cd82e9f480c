/** The queries on all golden cases, in process. */
@NullMarked
package io.heliometer.kstreams.query;

import org.jspecify.annotations.NullMarked;
