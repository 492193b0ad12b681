package dev.parley.domain.port;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Text;

/**
 * The name of a step, under which it is committed once, and what tells it from another step of the same name.
 *
 * @param key the name, unique within the negotiation
 * @param fingerprint text that is equal for equal content and no other, such as a digest; 1 to 200 characters
 */
public record NamedStep(IdempotencyKey key, String fingerprint) {
    private static final int MAX_LENGTH = 200;

    /**
     * @throws InvalidValueException if the fingerprint breaks the rule above
     */
    public NamedStep {
        Text.required("fingerprint", fingerprint);
        if (fingerprint.length() > MAX_LENGTH) {
            throw new InvalidValueException("fingerprint", "must have at most " + MAX_LENGTH + " characters");
        }
    }
}
