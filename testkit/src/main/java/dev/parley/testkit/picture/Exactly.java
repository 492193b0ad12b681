package dev.parley.testkit.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.jspecify.annotations.Nullable;

/** Compares what was committed with what was read: {@code equals} passes over the order of keys, this does not. */
public final class Exactly {
    private static final int CONTEXT = 60;

    private Exactly() {}

    public static void equal(@Nullable Object expected, @Nullable Object actual, String promise) {
        String wanted = Spelling.of(expected);
        String got = Spelling.of(actual);
        if (!wanted.equals(got)) {
            int at = firstDifference(wanted, got);
            fail(promise + " ==> expected " + around(at, wanted) + " but was " + around(at, got));
        }
        assertEquals(expected, actual, promise);
    }

    private static int firstDifference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String around(int at, String spelling) {
        int from = Math.max(0, at - CONTEXT);
        int to = Math.min(spelling.length(), at + CONTEXT);
        return "<…" + spelling.substring(from, to) + "…>";
    }
}
