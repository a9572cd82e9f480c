@NullMarked
package io.heliometer.flink.internal;

import org.jspecify.annotations.NullMarked;
