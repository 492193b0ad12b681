package dev.parley.cli.batch;

import org.jspecify.annotations.Nullable;

/** Finds a member of the outermost object in text that may be malformed elsewhere. */
final class MemberScan {
    private final String text;

    MemberScan(String text) {
        this.text = text;
    }

    /** The text of the first member of a name if it is a complete string or bare token, or null. */
    @Nullable
    String token(String name) {
        String quoted = '"' + name + '"';
        int depth = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                int end = endOfString(i);
                int colon = skipBlanks(end);
                if (depth == 1 && colon < text.length() && text.charAt(colon) == ':' && text.startsWith(quoted, i)) {
                    return valueAt(skipBlanks(colon + 1));
                }
                i = end;
            } else {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                i++;
            }
        }
        return null;
    }

    private @Nullable String valueAt(int start) {
        boolean string = start < text.length() && text.charAt(start) == '"';
        int end = string ? endOfString(start) : endOfBareToken(start);
        // A bare token at the very end may have been cut short: 12 of 123.
        return end > text.length() || (!string && end == text.length()) ? null : text.substring(start, end);
    }

    /** Behind the closing quote, or beyond the end of the text if there is none. */
    private int endOfString(int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i < text.length() ? i + 1 : text.length() + 1;
    }

    private int endOfBareToken(int start) {
        int i = start;
        while (i < text.length() && ",]} \t\r".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private int skipBlanks(int start) {
        int i = start;
        while (i < text.length() && " \t\r".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
