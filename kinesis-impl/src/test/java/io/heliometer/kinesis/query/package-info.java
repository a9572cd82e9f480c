/** The queries on all golden cases, in process. */
@NullMarked
package io.heliometer.kinesis.query;

import org.jspecify.annotations.NullMarked;
