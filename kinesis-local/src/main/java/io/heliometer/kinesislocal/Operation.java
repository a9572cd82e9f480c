package io.heliometer.kinesislocal;

import java.io.IOException;

/** One operation of the API. */
@FunctionalInterface
interface Operation {
    /** Answers a call, or throws the service's error; what was written until then is dropped. */
    void answer(Call call) throws IOException;
}
