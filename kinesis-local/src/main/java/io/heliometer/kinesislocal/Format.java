package io.heliometer.kinesislocal;

import java.io.OutputStream;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.dataformat.cbor.CBORGenerator;

/**
 * One of the two formats of requests and answers. They differ in their tokens and in timestamps.
 */
sealed interface Format {
    /** Returns the content type. */
    String contentType();

    /** Returns what makes parsers and generators. */
    TokenStreamFactory factory();

    /** Writes a point in time, given in milliseconds since the epoch. */
    void writeTimestamp(JsonGenerator out, long millis);

    /** Returns the current number as a point in time, in milliseconds since the epoch. */
    long timestampMillis(JsonParser in);

    /** Returns a parser of a body. */
    default JsonParser parser(byte[] body, int length) {
        return factory().createParser(ObjectReadContext.empty(), body, 0, length);
    }

    /** Returns a generator that writes an answer. */
    default JsonGenerator generator(OutputStream out) {
        return factory().createGenerator(ObjectWriteContext.empty(), out);
    }

    /** CBOR: a timestamp is tag 1 and milliseconds, where the standard would have seconds. */
    record Cbor(TokenStreamFactory factory) implements Format {
        private static final int TAG_EPOCH = 1;

        @Override
        public String contentType() {
            return "application/x-amz-cbor-1.1";
        }

        @Override
        public void writeTimestamp(JsonGenerator out, long millis) {
            ((CBORGenerator) out).writeTag(TAG_EPOCH);
            out.writeNumber(millis);
        }

        @Override
        public long timestampMillis(JsonParser in) {
            return (long) in.getDoubleValue();
        }
    }

    /** JSON: a timestamp is seconds, with milliseconds as decimals. */
    record Json(TokenStreamFactory factory) implements Format {
        private static final int MILLIS_DECIMALS = 3;

        @Override
        public String contentType() {
            return "application/x-amz-json-1.1";
        }

        @Override
        public void writeTimestamp(JsonGenerator out, long millis) {
            out.writeNumber(BigDecimal.valueOf(millis, MILLIS_DECIMALS));
        }

        @Override
        public long timestampMillis(JsonParser in) {
            return Math.round(in.getDoubleValue() * 1000);
        }
    }
}
