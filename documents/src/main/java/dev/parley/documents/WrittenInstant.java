package dev.parley.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes instants in the very forms that {@link Instant#toString} and the sortable form have, in UTC with whole
 * seconds, milliseconds or microseconds. Each negotiation has dozens, and a formatter takes many times as long.
 */
final class WrittenInstant {
    private static final int SECONDS = "2026-01-15T12:00:00Z".length();
    private static final int MILLIS = "2026-01-15T12:00:00.123Z".length();
    private static final int MICROS = "2026-01-15T12:00:00.123456Z".length();

    private static final long SECONDS_PER_DAY = 86_400;
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

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

    /** As {@link Instant#toString}, or null if it is finer than a microsecond or outside the years 1 to 9999. */
    static @Nullable String write(Instant instant) {
        return write(instant.getEpochSecond(), instant.getNano(), false);
    }

    /** With six digits of a second; null as {@link #write}. */
    static @Nullable String writeSortable(Instant instant) {
        return write(instant.getEpochSecond(), instant.getNano(), true);
    }

    private static @Nullable String write(long epochSecond, int nanos, boolean sortable) {
        long day = Math.floorDiv(epochSecond, SECONDS_PER_DAY);
        if (day < FIRST_DAY || day > LAST_DAY || nanos % 1_000 != 0) {
            return null;
        }
        int length = sortable ? MICROS : length(nanos);
        int second = (int) Math.floorMod(epochSecond, SECONDS_PER_DAY);
        LocalDate date = LocalDate.ofEpochDay(day);
        byte[] text = new byte[length];
        digits(text, 0, 4, date.getYear());
        text[4] = '-';
        digits(text, 5, 7, date.getMonthValue());
        text[7] = '-';
        digits(text, 8, 10, date.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, 13, second / 3_600);
        text[13] = ':';
        digits(text, 14, 16, second / 60 % 60);
        text[16] = ':';
        digits(text, 17, 19, second % 60);
        if (length > SECONDS) {
            text[19] = '.';
            digits(text, 20, length - 1, length == MILLIS ? nanos / 1_000_000 : nanos / 1_000);
        }
        text[length - 1] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static int length(int nanos) {
        if (nanos == 0) {
            return SECONDS;
        }
        return nanos % 1_000_000 == 0 ? MILLIS : MICROS;
    }

    private static void digits(byte[] text, int from, int to, int number) {
        int rest = number;
        for (int i = to - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
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
