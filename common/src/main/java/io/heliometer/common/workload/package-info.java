/**
 * Streams of records as a gateway delivers them: disorder, duplicates, late and malformed records,
 * end-of-stream markers.
 */
@NullMarked
package io.heliometer.common.workload;

import org.jspecify.annotations.NullMarked;
