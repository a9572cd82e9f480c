package io.heliometer.kinesislocal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Sends bodies that the SDK would not send: fast ones without its cost, and malformed ones. */
final class RawClient {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    RawClient(int port) {
        this.address = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Writes a body with a generator. */
    static byte[] body(Format format, Consumer<JsonGenerator> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = format.generator(bytes)) {
            writer.accept(out);
        }
        return bytes.toByteArray();
    }

    /** Calls an operation with credentials. */
    HttpResponse<byte[]> call(String operation, Format format, byte[] body)
            throws IOException, InterruptedException {
        return send(request(operation, format.contentType(), body)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c")
                .header("X-Amz-Date", "20260101T000000Z")
                .build());
    }

    /** Returns a request to an operation, without credentials. */
    HttpRequest.Builder request(String operation, String contentType, byte[] body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", contentType)
                .header("X-Amz-Target", "Kinesis_20131202." + operation)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Returns a text member of an answer's top level; empty if it is absent. */
    static String text(Format format, byte[] body, String member) {
        try (JsonParser in = format.parser(body, body.length)) {
            in.nextToken();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                JsonToken value = in.nextToken();
                if (name.equals(member) && value == JsonToken.VALUE_STRING) {
                    return in.getString();
                }
                in.skipChildren();
            }
            return "";
        }
    }
}
