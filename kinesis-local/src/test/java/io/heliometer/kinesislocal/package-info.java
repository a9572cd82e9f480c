/** Tests of the server through its HTTP port, mostly with the SDK as the client. */
@NullMarked
package io.heliometer.kinesislocal;

import org.jspecify.annotations.NullMarked;
