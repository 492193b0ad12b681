package dev.parley.cli.batch;

/** What stood between two newlines of the input. */
sealed interface Line {
    /**
     * A line of text.
     *
     * @param value without the newline
     */
    record Text(String value) implements Line {
        /** Whether there is nothing to answer. */
        boolean isBlank() {
            return value.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r');
        }
    }

    /** Longer than is read; it was skipped. */
    record TooLong() implements Line {}

    /** Bytes that are no UTF-8. */
    record NotText() implements Line {}
}
