/** JMH benchmarks, numbered like the samples of JMH itself. */
@NullMarked
package io.heliometer.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
