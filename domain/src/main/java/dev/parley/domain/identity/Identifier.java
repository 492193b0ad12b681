package dev.parley.domain.identity;

import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Text;
import dev.parley.domain.value.ValueTooLargeException;

/** What all identifiers have in common: something visible on one line. */
final class Identifier {
    /** An email's Message-ID fits, which RFC 5322 section 2.1.1 holds to a line of 998 characters. */
    static final int MAX_LENGTH = 998;

    private Identifier() {}

    static String checked(String subject, String value) {
        Text.required(subject, value);
        if (value.length() > MAX_LENGTH) {
            throw new ValueTooLargeException(
                    subject, "has " + value.length() + " characters, at most " + MAX_LENGTH + " are allowed");
        }
        if (hasControl(value)) {
            throw new InvalidValueException(subject, "must not contain control characters such as a newline");
        }
        return value;
    }

    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
