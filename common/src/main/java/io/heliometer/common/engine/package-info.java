/**
 * The engine SPI: how the harness starts a role of an engine in a process of its own, and how the
 * role answers.
 */
@NullMarked
package io.heliometer.common.engine;

import org.jspecify.annotations.NullMarked;
