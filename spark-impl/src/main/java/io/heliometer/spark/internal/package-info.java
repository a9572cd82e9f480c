/**
 * What only this engine needs: the daemons of a standalone cluster, records as columns, and a
 * transaction per task and batch.
 */
@NullMarked
package io.heliometer.spark.internal;

import org.jspecify.annotations.NullMarked;
