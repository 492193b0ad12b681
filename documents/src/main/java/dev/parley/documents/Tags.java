package dev.parley.documents;

import java.util.Collection;

/**
 * The keys that mark what JSON itself cannot say: they begin with one {@code $}, and so no key of a program's own does
 * once it is written.
 */
final class Tags {
    /** Marks a decimal. */
    static final String DECIMAL = "$decimal";

    /** Stands before a key that begins with it. */
    static final String ESCAPE = "$";

    private Tags() {}

    /** Whether a key, as it is written, is no key of a program's own. */
    static boolean isTag(String written) {
        return written.startsWith(ESCAPE) && !written.startsWith(ESCAPE + ESCAPE);
    }

    /** Whether an object with these keys is of a type that only a newer version knows. */
    static boolean unknownAmong(Collection<String> written) {
        return written.stream().anyMatch(key -> isTag(key) && !key.equals(DECIMAL));
    }
}
