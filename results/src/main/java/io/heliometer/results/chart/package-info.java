/**
 * A small deterministic SVG writer: the same data give the same bytes, so charts are tested against
 * files. An engine has one colour, marker and dash everywhere; colour never carries a meaning
 * alone; light and dark come from {@code prefers-color-scheme} inside the picture itself.
 */
@NullMarked
package io.heliometer.results.chart;

import org.jspecify.annotations.NullMarked;
