package dev.parley.persistence.postgresql.jdbc;

/**
 * Text as it stands in a column. PostgreSQL has no U+0000, so one is written as the control character DLE and a 0, and a
 * DLE as two of them. Documents write control characters in their own way and ids have none, so both stand as they are.
 */
final class StoredText {
    private static final char NUL = 0;
    private static final char DLE = 0x10;
    private static final char NUL_BEHIND_DLE = '0';

    private StoredText() {}

    static String encoded(String text) {
        if (text.indexOf(NUL) < 0 && text.indexOf(DLE) < 0) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case NUL -> encoded.append(DLE).append(NUL_BEHIND_DLE);
                case DLE -> encoded.append(DLE).append(DLE);
                default -> encoded.append(character);
            }
        }
        return encoded.toString();
    }

    /** What was encoded; of what somebody else has written, something else, whose checksum will tell. */
    static String decoded(String stored) {
        if (stored.indexOf(DLE) < 0) {
            return stored;
        }
        StringBuilder decoded = new StringBuilder(stored.length());
        for (int i = 0; i < stored.length(); i++) {
            char character = stored.charAt(i);
            if (character == DLE && i + 1 < stored.length()) {
                i++;
                decoded.append(stored.charAt(i) == NUL_BEHIND_DLE ? NUL : stored.charAt(i));
            } else {
                decoded.append(character);
            }
        }
        return decoded.toString();
    }
}
