package dev.parley.persistence.sqlite.legacy;

/** A reason that may be printed. It names JSON keys of the legacy database, which may contain anything. */
final class OneLine {
    private static final int MAX_CHARACTERS = 300;

    private OneLine() {}

    /** The text without line breaks, control characters and lone surrogates, cut where it gets too long. */
    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(MAX_CHARACTERS)
                .map(character -> printable(character) ? character : 0xFFFD)
                .forEach(line::appendCodePoint);
        return line.length() < text.length() ? line.append('\u2026').toString() : line.toString();
    }

    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
