package io.heliometer.kinesislocal;

import java.io.Serial;

/** An error of the service: the client gets its type, its message and its status. */
final class ServiceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL_ERROR = 500;

    private final String type;
    private final int status;

    ServiceException(String type, String message) {
        this(type, message, BAD_REQUEST);
    }

    private ServiceException(String type, String message, int status) {
        // An answer, not a defect: nobody reads the stack trace, and filling it in is most of its
        // cost.
        super(message, null, false, false);
        this.type = type;
        this.status = status;
    }

    static ServiceException invalidArgument(String message) {
        return new ServiceException("InvalidArgumentException", message);
    }

    static ServiceException validation(String message) {
        return new ServiceException("ValidationException", message);
    }

    static ServiceException serialization(String message) {
        return new ServiceException("SerializationException", message);
    }

    static ServiceException unknownOperation(String message) {
        return new ServiceException("UnknownOperationException", message);
    }

    static ServiceException notFound(String message) {
        return new ServiceException("ResourceNotFoundException", message);
    }

    static ServiceException throttled(String message) {
        return new ServiceException(ShardLimits.THROTTLED, message);
    }

    static ServiceException internalFailure(String message) {
        return new ServiceException("InternalFailure", message, INTERNAL_ERROR);
    }

    /** Returns the name of the service's exception. */
    String type() {
        return type;
    }

    /** Returns the HTTP status. */
    int status() {
        return status;
    }

    /** Returns the message; never null, unlike {@link #getMessage()}. */
    String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
