package dev.parley.architecture.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Java source taken apart.
 *
 * @param code without comments, each string literal being a {@code ""}
 * @param literals the string literals and text blocks, unescaped
 * @param texts the literals again, those that {@code +} puts together as one, a {@code ?} for what stands between
 */
public record JavaText(String code, List<String> literals, List<String> texts) {
    /** What may stand between two literals of one text; it never reaches beyond an argument or a statement. */
    private static final Pattern JOINED = Pattern.compile("\\s*\\+(?<value>[^;{}]*\\+)?\\s*");

    /** Reads a compilation unit or a part of one. */
    public static JavaText of(String source) {
        JavaLexer lexer = new JavaLexer(source);
        lexer.run();
        return new JavaText(String.join("\"\"", lexer.gaps()), lexer.literals(), joined(lexer));
    }

    private static List<String> joined(JavaLexer lexer) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < lexer.literals().size(); i++) {
            String literal = lexer.literals().get(i);
            var gap = JOINED.matcher(lexer.gaps().get(i));
            if (!texts.isEmpty() && gap.matches() && isOneValue(gap.group("value"))) {
                String before = texts.remove(texts.size() - 1);
                texts.add(before + (gap.group("value") == null ? "" : "?") + literal);
            } else {
                texts.add(literal);
            }
        }
        return texts;
    }

    /** A comma outside of brackets ends an argument. */
    private static boolean isOneValue(String value) {
        int depth = 0;
        for (int i = 0; value != null && i < value.length(); i++) {
            char c = value.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && c == ',')) {
                return false;
            }
        }
        return depth == 0;
    }
}
