package dev.parley.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants in the very forms that {@link Instant#toString} and the sortable form have, in UTC with whole seconds,
 * milliseconds or microseconds. A start-up reads dozens for each negotiation, and a formatter takes twenty times as long.
 */
final class WrittenInstant {
    private static final int SECONDS = "2026-01-15T12:00:00Z".length();
    private static final int MILLIS = "2026-01-15T12:00:00.123Z".length();
    private static final int MICROS = "2026-01-15T12:00:00.123456Z".length();

    private WrittenInstant() {}

    /** The instant, or null if the text is of another form or there is no such time. */
    static @Nullable Instant read(String text) {
        int length = text.length();
        if ((length != SECONDS && length != MILLIS && length != MICROS) || !isPunctuated(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nanos = length == SECONDS ? 0 : number(text, 20, length - 1) * (length == MILLIS ? 1_000_000 : 1_000);
        boolean isTime = within(1, year, 9999)
                && within(1, month, 12)
                && within(0, hour, 23)
                && within(0, minute, 59)
                && within(0, second, 59)
                && nanos >= 0;
        if (!isTime || !within(1, day, YearMonth.of(year, month).lengthOfMonth())) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, nanos);
    }

    private static boolean isPunctuated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(text.length() - 1) == 'Z'
                && (text.length() == SECONDS || text.charAt(19) == '.');
    }

    /** The number that some digits make; negative if they are no digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean within(int least, int number, int most) {
        return least <= number && number <= most;
    }
}
