package dev.parley.domain.identity;

/**
 * Names one email, inbound or outbound. It is stable: the same message has the same id on every attempt.
 *
 * @param value 1 to 998 characters of any script, neither blank nor with control characters or lone surrogates
 */
public record MessageId(String value) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the value breaks the rule above
     */
    public MessageId {
        Identifier.checked("message_id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
