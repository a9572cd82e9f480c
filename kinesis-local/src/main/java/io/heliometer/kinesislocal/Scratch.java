package io.heliometer.kinesislocal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * One thread's room for the body of a request and of its answer, used again by the next request.
 * Room for a rare large body is given back, so a thread keeps at most {@value #KEPT_BYTES} bytes
 * for each.
 */
final class Scratch {
    private static final int FIRST_BYTES = 64 * 1024;
    private static final int KEPT_BYTES = 4 * Quotas.MEBIBYTE;
    private static final ThreadLocal<Scratch> THREADS = ThreadLocal.withInitial(Scratch::new);

    private byte[] request = new byte[FIRST_BYTES];
    private int requestLength;
    private Answer answer = new Answer();

    private Scratch() {}

    /** Returns this thread's room, empty. */
    static Scratch get() {
        Scratch scratch = THREADS.get();
        if (scratch.request.length > KEPT_BYTES) {
            scratch.request = new byte[FIRST_BYTES];
        }
        if (scratch.answer.capacity() > KEPT_BYTES) {
            scratch.answer = new Answer();
        }
        scratch.answer.reset();
        scratch.requestLength = 0;
        return scratch;
    }

    /** Reads a whole body; false if it is larger than any request may be. */
    boolean readRequest(InputStream in) throws IOException {
        while (true) {
            requestLength += in.readNBytes(request, requestLength, request.length - requestLength);
            if (requestLength < request.length) {
                return true;
            }
            if (requestLength > Quotas.REQUEST_BYTES) {
                return false;
            }
            request =
                    Arrays.copyOf(request, Math.min(request.length * 2, Quotas.REQUEST_BYTES + 1));
        }
    }

    byte[] request() {
        return request;
    }

    int requestLength() {
        return requestLength;
    }

    /** Returns where the answer is written. */
    ByteArrayOutputStream answer() {
        return answer;
    }

    /** A stream into memory that tells how much room it holds. */
    private static final class Answer extends ByteArrayOutputStream {
        Answer() {
            super(FIRST_BYTES);
        }

        int capacity() {
            return buf.length;
        }
    }
}
