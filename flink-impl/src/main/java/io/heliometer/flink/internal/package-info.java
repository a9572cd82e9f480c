/** What a student need not read first: element types, daemons, configuration files. */
@NullMarked
package io.heliometer.flink.internal;

import org.jspecify.annotations.NullMarked;
