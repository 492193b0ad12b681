package dev.parley.domain.message;

/**
 * What went wrong, fit to be kept with every attempt. It often is what another program said, and must never be the
 * reason why a result cannot be recorded.
 */
final class Problems {
    private static final int REPLACEMENT = 0xFFFD;

    private Problems() {}

    /** Cuts what is too long, between characters, and replaces lone surrogates, which no store can keep. */
    static String kept(String problem) {
        StringBuilder kept = new StringBuilder();
        int i = 0;
        while (i < problem.length()) {
            int character = problem.codePointAt(i);
            i += Character.charCount(character);
            if (i > Delivery.MAX_PROBLEM_LENGTH) {
                break;
            }
            kept.appendCodePoint(Character.getType(character) == Character.SURROGATE ? REPLACEMENT : character);
        }
        return kept.toString();
    }
}
