package dev.parley.documents.fuzz;

/**
 * A reader under test.
 *
 * @param name what it reads
 * @param reading reads a text, and asserts that what was read is written and read again without a change
 */
record Target(String name, Reading reading) {
    /** Reads a text; what is not to be read is an {@link dev.parley.domain.value.InvalidValueException}. */
    interface Reading {
        /** Does it. */
        void read(String text);
    }
}
