/**
 * Literal, single-threaded batch answers to the queries. Shares record parsing with the engines and
 * nothing else.
 */
@NullMarked
package io.heliometer.common.oracle;

import org.jspecify.annotations.NullMarked;
