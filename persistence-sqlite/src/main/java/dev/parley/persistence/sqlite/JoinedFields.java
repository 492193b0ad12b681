package dev.parley.persistence.sqlite;

import org.jspecify.annotations.Nullable;

/**
 * Columns of a row that were read as one text. No id, code, time or JSON has the separator in it; should damage have put
 * one there, the fields are others than those that were written, and the row's checksum does not match.
 */
final class JoinedFields {
    private static final char SEPARATOR = '\u001f';

    private final String joined;
    private int next;

    JoinedFields(String joined) {
        this.joined = joined;
    }

    /** What makes one text of columns; NULL is nothing between separators. */
    static String sql(String... columns) {
        return "concat(" + String.join(", '" + SEPARATOR + "', ", columns) + ")";
    }

    /** The next field, in the order of the columns; empty behind the last. */
    String text() {
        int from = Math.min(next, joined.length());
        int separator = joined.indexOf(SEPARATOR, from);
        int to = separator < 0 ? joined.length() : separator;
        next = to + 1;
        return joined.substring(from, to);
    }

    /** The next field, null if it is empty: what may be NULL is never empty. */
    @Nullable
    String optionalText() {
        String text = text();
        return text.isEmpty() ? null : text;
    }

    /** The next field; -1, which no checksum has been made of, if it is damaged. */
    long number() {
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException damaged) {
            return -1;
        }
    }
}
