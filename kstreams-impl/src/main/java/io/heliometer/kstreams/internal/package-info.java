/** What only this engine needs: the key and the stores of open windows, and a running instance. */
@NullMarked
package io.heliometer.kstreams.internal;

import org.jspecify.annotations.NullMarked;
