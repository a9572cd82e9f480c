/** Tests of what stands beside the queries. */
@NullMarked
package io.heliometer.spark.internal;

import org.jspecify.annotations.NullMarked;
