package dev.parley.domain.identity;

/**
 * Names one step of one negotiation, so that the step cannot be committed twice: the id of the inbound message it
 * answers, or a name the caller gives. Keys of different negotiations do not meet.
 *
 * @param value 1 to 998 characters of any script, neither blank nor with control characters or lone surrogates
 */
public record IdempotencyKey(String value) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the value breaks the rule above
     */
    public IdempotencyKey {
        Identifier.checked("idempotency_key", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
