package dev.parley.domain.value;

/** A value was refused because it exceeds a documented limit of size, digits or depth. */
public final class ValueTooLargeException extends InvalidValueException {
    private static final long serialVersionUID = 1L;

    /**
     * @param subject the name of the refused value
     * @param problem the limit and by what it was exceeded
     */
    public ValueTooLargeException(String subject, String problem) {
        super(subject, problem);
    }
}
