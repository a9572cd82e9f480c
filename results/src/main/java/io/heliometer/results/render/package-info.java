/**
 * The report of one run. Sections are made of blocks (paragraphs, figures, tables), which know
 * nothing of their form; HTML and Markdown are written from the same blocks, so they cannot
 * disagree. A figure of a trial is published only if the trial COMPLETED; what is absent is printed
 * as "n/a" with the reason.
 */
@NullMarked
package io.heliometer.results.render;

import org.jspecify.annotations.NullMarked;
