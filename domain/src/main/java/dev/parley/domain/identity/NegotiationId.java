package dev.parley.domain.identity;

/**
 * Names one negotiation. It is the caller's own, known before any email is sent, and never changes.
 *
 * @param value 1 to 998 characters of any script, neither blank nor with control characters or lone surrogates
 */
public record NegotiationId(String value) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the value breaks the rule above
     */
    public NegotiationId {
        Identifier.checked("negotiation_id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
