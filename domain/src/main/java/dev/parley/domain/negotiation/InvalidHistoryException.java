package dev.parley.domain.negotiation;

import dev.parley.domain.value.InvalidValueException;

/** A history cannot have happened, or does not lead to the state it is said to lead to. */
public final class InvalidHistoryException extends InvalidValueException {
    private static final long serialVersionUID = 1L;

    InvalidHistoryException(String problem) {
        super("history", problem);
    }
}
