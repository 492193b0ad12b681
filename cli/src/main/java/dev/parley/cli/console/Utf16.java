package dev.parley.cli.console;

/** What must be done to a string before it becomes a line of UTF-8. */
final class Utf16 {
    private Utf16() {}

    /**
     * Writes each lone surrogate of a JSON text as an escape. It can stand inside a string only, has no UTF-8 form, and
     * would become a question mark: the id of a request must come back as it was given.
     */
    static String escapeLoneSurrogates(String json) {
        if (json.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            // A pair is one code point, so what is still a surrogate here stands alone.
            if (Character.getType(c) == Character.SURROGATE) {
                escaped.append(String.format("\\u%04x", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /**
     * JSON in which no character is left that some programs take for the end of a line. They stand inside strings
     * alone, where an escape means the same.
     */
    static String escapeLineSeparators(String json) {
        return json.replace("\u0085", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** Text with control characters, line separators among them, shown as blanks. */
    static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(breaksLine(c) ? ' ' : c));
        return line.toString();
    }

    private static boolean breaksLine(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
