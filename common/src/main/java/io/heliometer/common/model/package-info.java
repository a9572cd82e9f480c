/**
 * Immutable facts of the domain: readings, panels, the registry, reject reasons. Units stand in the
 * names.
 */
@NullMarked
package io.heliometer.common.model;

import org.jspecify.annotations.NullMarked;
