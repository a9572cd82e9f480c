@NullMarked
package io.heliometer.flink;

import org.jspecify.annotations.NullMarked;
