package dev.parley.domain.identity;

/**
 * Names the email thread a negotiation lives on. The mail provider gives it, often only when the first message is sent.
 *
 * @param value 1 to 998 characters of any script, neither blank nor with control characters or lone surrogates
 */
public record ThreadId(String value) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the value breaks the rule above
     */
    public ThreadId {
        Identifier.checked("thread_id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
