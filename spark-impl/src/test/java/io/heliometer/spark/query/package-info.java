/** The queries on all golden cases, in process. */
@NullMarked
package io.heliometer.spark.query;

import org.jspecify.annotations.NullMarked;
