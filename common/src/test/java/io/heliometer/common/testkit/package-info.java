/** What every module's tests share: golden cases, seeds and the engine contract. */
@NullMarked
package io.heliometer.common.testkit;

import org.jspecify.annotations.NullMarked;
