/** One file per query of the specification: which Flink operators compute it. */
@NullMarked
package io.heliometer.flink.query;

import org.jspecify.annotations.NullMarked;
