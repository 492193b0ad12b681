package dev.parley.cli.console;

import java.util.regex.Pattern;

/** Takes passwords out of text that may repeat what was typed: a URL in the wrong place is repeated by the parser. */
public final class Redaction {
    private static final Pattern USER_INFO =
            Pattern.compile("(postgres(?:ql)?://[^:@/?\\s]*):[^/?\\s]*@", Pattern.CASE_INSENSITIVE);

    private static final Pattern PARAMETER = Pattern.compile("(\\bpassword=)[^&\\s']*", Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    /** The text with stars in the place of each password. */
    public static String of(String text) {
        return PARAMETER.matcher(USER_INFO.matcher(text).replaceAll("$1:***@")).replaceAll("$1***");
    }
}
