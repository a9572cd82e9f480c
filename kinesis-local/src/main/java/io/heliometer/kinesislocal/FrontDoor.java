package io.heliometer.kinesislocal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** Takes HTTP requests, has the operation answered and sends the answer or the service's error. */
final class FrontDoor implements HttpHandler {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final long NO_BODY = -1;

    private final Streams streams;
    private final Operations operations;
    private final long requestIdPrefix = UUID.randomUUID().getMostSignificantBits();
    private final AtomicLong requestCount = new AtomicLong();

    FrontDoor(Streams streams) {
        this.streams = streams;
        this.operations = new Operations(streams);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set(
                    "x-amzn-RequestId",
                    new UUID(requestIdPrefix, requestCount.incrementAndGet()).toString());
            Scratch scratch = Scratch.get();
            if (exchange.getRequestURI().getPath().equals("/stats")) {
                writeStats(scratch);
                send(exchange, OK, Formats.JSON.contentType(), scratch);
            } else if (!exchange.getRequestMethod().equals("POST")) {
                scratch.answer()
                        .writeBytes(
                                utf8(
                                        "<AccessDeniedException>\n  <Message>Unable to determine service/operation "
                                                + "name to be authorized</Message>\n</AccessDeniedException>\n"));
                send(exchange, FORBIDDEN, "application/xml", scratch);
            } else if (!scratch.readRequest(exchange.getRequestBody())) {
                exchange.sendResponseHeaders(TOO_LARGE, NO_BODY);
            } else {
                answerPost(exchange, scratch);
            }
        }
    }

    private void answerPost(HttpExchange exchange, Scratch scratch) throws IOException {
        String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        Optional<Format> known = Formats.of(contentType == null ? "" : contentType);
        if (known.isEmpty()) {
            scratch.answer().writeBytes(utf8("<UnknownOperationException/>\n"));
            send(exchange, NOT_FOUND, "application/xml", scratch);
            return;
        }
        Format format = known.get();
        int status = OK;
        try {
            answer(exchange, format, scratch);
        } catch (ServiceException e) {
            scratch.answer().reset();
            status = e.status();
            writeError(format, e, scratch);
        }
        send(exchange, status, format.contentType(), scratch);
    }

    private void answer(HttpExchange exchange, Format format, Scratch scratch) {
        Operation operation =
                operations.find(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        requireAuthentication(exchange);
        Members members = read(format, scratch);
        try (JsonGenerator out = format.generator(scratch.answer())) {
            operation.answer(new Call(members, format, out));
        } catch (ClosedChannelException e) {
            throw ServiceException.notFound("The stream was deleted during the request.");
        } catch (IOException e) {
            // A disk that is full or gone: the client may try again, whoever started the server
            // should know.
            System.err.println("a request failed: " + e);
            throw ServiceException.internalFailure(String.valueOf(e.getMessage()));
        }
    }

    private static Members read(Format format, Scratch scratch) {
        try (JsonParser in = format.parser(scratch.request(), scratch.requestLength())) {
            return Members.read(in, format);
        } catch (JacksonException e) {
            throw ServiceException.serialization("the body must be readable as "
                    + format.contentType() + ": " + e.getOriginalMessage());
        }
    }

    /**
     * Credentials are not checked, but a client that sends none would fail with the service too.
     */
    private static void requireAuthentication(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        boolean signedQuery = query != null && query.contains("X-Amz-Algorithm");
        if (!exchange.getRequestHeaders().containsKey("Authorization") && !signedQuery) {
            throw new ServiceException(
                    "MissingAuthenticationTokenException", "Missing Authentication Token");
        }
    }

    private static void writeError(Format format, ServiceException error, Scratch scratch) {
        try (JsonGenerator out = format.generator(scratch.answer())) {
            out.writeStartObject();
            out.writeStringProperty("__type", error.type());
            out.writeStringProperty("message", error.text());
            out.writeEndObject();
        }
    }

    private void writeStats(Scratch scratch) {
        try (JsonGenerator out = Formats.JSON.generator(scratch.answer())) {
            out.writeStartObject();
            out.writeNumberProperty("requests", requestCount.get());
            out.writeObjectPropertyStart("streams");
            streams.all().forEach((name, stream) -> {
                out.writeName(name);
                stream.stats().write(out);
            });
            out.writeEndObject();
            out.writeEndObject();
        }
    }

    private static void send(HttpExchange exchange, int status, String contentType, Scratch scratch)
            throws IOException {
        int length = scratch.answer().size();
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, length == 0 ? NO_BODY : length);
        if (length > 0) {
            scratch.answer().writeTo(exchange.getResponseBody());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
