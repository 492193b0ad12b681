package dev.parley.persistence.rows.quarantine;

import org.jspecify.annotations.Nullable;

/**
 * A column of one of Parley's tables.
 *
 * @param isText text, or else a whole number
 * @param isRequired whether null is refused
 */
public record RawColumn(String name, boolean isText, boolean isRequired) {
    /** What may stand here until something does that means something. */
    @Nullable
    Object blank() {
        if (!isRequired) {
            return null;
        }
        return isText ? "" : (Object) 0L;
    }
}
