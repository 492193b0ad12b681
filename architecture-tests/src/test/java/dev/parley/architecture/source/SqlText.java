package dev.parley.architecture.source;

import java.util.List;
import java.util.regex.Pattern;

/** Finds string literals that look like SQL, and lets prose pass that uses the same words. */
public final class SqlText {
    /** In capitals nobody writes prose; in small letters it takes the shape of a statement. */
    private static final List<Pattern> STATEMENTS = List.of(
            Pattern.compile("\\bSELECT\\b.+\\bFROM\\b", Pattern.DOTALL),
            Pattern.compile("\\bINSERT\\s+(?:OR\\s+\\w+\\s+)?INTO\\b"),
            Pattern.compile("\\bUPDATE\\b.+\\bSET\\b", Pattern.DOTALL),
            Pattern.compile("\\bDELETE\\s+FROM\\b"),
            Pattern.compile("\\bCREATE\\s+(?:UNIQUE\\s+|TEMP\\s+)*(?:TABLE|INDEX|VIEW|TRIGGER)\\b"),
            // Further on it is what somebody types into a form to do harm, and tests store it as text.
            Pattern.compile("^\\s*(?:DROP|ALTER)\\s+(?:TABLE|INDEX|VIEW|TRIGGER)\\b"),
            Pattern.compile("\\bPRAGMA\\s+\\w"),
            Pattern.compile("\\b(?:ATTACH|DETACH)\\s+DATABASE\\b|\\bVACUUM\\b|\\bSAVEPOINT\\b"),
            shape("\\bselect\\s+(?:distinct\\s+)?(?:\\*|\\w+\\(.*?\\)|[\\w.]+(?:\\s*,\\s*[\\w.]+)+)\\s+from\\s+[\\w?]"),
            shape("\\bselect\\s+[\\w.]+\\s+from\\s+[\\w?]+\\s*(?:;|\\bwhere\\b|\\border\\s+by\\b|\\blimit\\b)"),
            shape("\\binsert\\s+(?:or\\s+\\w+\\s+)?into\\s+[\\w?]+\\s*(?:\\(|values\\b|select\\b)"),
            shape("\\bupdate\\s+(?:or\\s+\\w+\\s+)?[\\w?]+\\s+set\\s+\\w+\\s*="),
            shape("\\bdelete\\s+from\\s+[\\w?]+\\s+where\\s+\\w+\\s*(?:=|<|>|in\\b|is\\b)"),
            shape("\\bcreate\\s+(?:unique\\s+)?(?:table|index|view|trigger)\\s+(?:if\\s+not\\s+exists\\s+)?"
                    + "\\w+\\s*(?:\\(|on\\b|as\\b)"),
            shape("^\\s*pragma\\s+\\w+\\s*(?:=|\\(|;|$)"),
            shape("\\bbegin\\s+(?:immediate|exclusive|deferred)\\b"));

    private SqlText() {}

    /** The literals that look like SQL. */
    public static List<String> in(JavaText source) {
        return source.texts().stream().filter(SqlText::isSql).toList();
    }

    private static boolean isSql(String text) {
        return STATEMENTS.stream().anyMatch(statement -> statement.matcher(text).find());
    }

    private static Pattern shape(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
