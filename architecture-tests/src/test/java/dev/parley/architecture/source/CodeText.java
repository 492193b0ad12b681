package dev.parley.architecture.source;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the codes of states and events where they are written out. */
public final class CodeText {
    private static final Pattern SQL_COMMENT = Pattern.compile("--[^\n]*");

    private final Set<String> codes;
    private final Pattern quoted;

    /** A search for some codes. */
    public CodeText(Set<String> codes) {
        this.codes = codes;
        this.quoted = Pattern.compile("(['\"])(" + String.join("|", codes) + ")\\1");
    }

    /** Literals that are a code, and codes that stand quoted within a literal, as in SQL or JSON. */
    public List<String> in(JavaText source) {
        return source.literals().stream()
                .flatMap(literal -> codes.contains(literal) ? Stream.of(literal) : quoted(literal))
                .toList();
    }

    /** Codes that stand quoted in a text, but for SQL comments. */
    public List<String> quotedIn(String text) {
        return quoted(SQL_COMMENT.matcher(text).replaceAll("")).toList();
    }

    private Stream<String> quoted(String text) {
        return quoted.matcher(text).results().map(match -> match.group(2));
    }
}
