package dev.parley.domain.port;

/** A store could not do what it was asked. The subclasses say why, and what to do about it. */
public abstract class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
