package dev.parley.architecture.source;

import java.util.ArrayList;
import java.util.List;

/** Tells comments, literals and code apart, as far as a search for text needs it. */
final class JavaLexer {
    private final String source;
    private final List<String> literals = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private StringBuilder gap = new StringBuilder();
    private int at;

    JavaLexer(String source) {
        this.source = source;
    }

    List<String> literals() {
        return literals;
    }

    /** The code before each literal, and behind the last. */
    List<String> gaps() {
        return gaps;
    }

    void run() {
        while (at < source.length()) {
            if (source.startsWith("//", at)) {
                skipTo("\n", 0);
            } else if (source.startsWith("/*", at)) {
                at += 2;
                skipTo("*/", 2);
                gap.append(' ');
            } else if (source.startsWith("\"\"\"", at)) {
                literal("\"\"\"");
            } else if (source.charAt(at) == '"') {
                literal("\"");
            } else if (source.charAt(at) == '\'') {
                delimited("'");
                gap.append("' '");
            } else {
                gap.append(source.charAt(at++));
            }
        }
        gaps.add(gap.toString());
    }

    private void literal(String delimiter) {
        gaps.add(gap.toString());
        gap = new StringBuilder();
        literals.add(delimited(delimiter));
    }

    private void skipTo(String end, int length) {
        int found = source.indexOf(end, at);
        at = found < 0 ? source.length() : found + length;
    }

    private String delimited(String delimiter) {
        StringBuilder content = new StringBuilder();
        at += delimiter.length();
        while (at < source.length() && !source.startsWith(delimiter, at)) {
            content.append(source.charAt(at) == '\\' ? escaped() : String.valueOf(source.charAt(at++)));
        }
        at += delimiter.length();
        return content.toString();
    }

    /** Enough for a search: white space is as good as any other. */
    private String escaped() {
        char escaped = source.charAt(at + 1);
        at += 2;
        if (escaped == 'u') {
            while (source.charAt(at) == 'u') {
                at++;
            }
            at += 4;
            return String.valueOf((char) Integer.parseInt(source.substring(at - 4, at), 16));
        }
        return switch (escaped) {
            case 'n', 't', 'r', 's', 'f', 'b' -> " ";
            case '\n' -> "";
            default -> String.valueOf(escaped);
        };
    }
}
