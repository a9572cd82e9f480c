/** The plan of each query: columns until the last row. */
@NullMarked
package io.heliometer.spark.query;

import org.jspecify.annotations.NullMarked;
