@NullMarked
package io.heliometer.flink.query;

import org.jspecify.annotations.NullMarked;
