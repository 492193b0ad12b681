package dev.parley.documents;

import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;

/**
 * A history as JSON text, oldest entry first: {@code [["send_offer","awaiting_reply",1768478400000000,"why"], …]}.
 * Where an entry leads from is the state before it, so that is not repeated; a time is microseconds since 1970 in UTC; a
 * time or cause that is not known is left out at the end, and null before it. Thread-safe.
 */
public final class HistoryJson {
    /** What {@link #write} makes of no entries. */
    public static final String NO_ENTRIES = "[]";

    /** About how long an entry without a cause is. */
    private static final int LIKELY_SIZE = 64;

    private HistoryJson() {}

    /** Writes entries that follow one another. */
    public static String write(List<HistoryEntry> entries) {
        StringBuilder text = new StringBuilder(2 + LIKELY_SIZE * entries.size()).append('[');
        for (HistoryEntry entry : entries) {
            write(text.append(text.length() == 1 ? "" : ","), entry);
        }
        return text.append(']').toString();
    }

    /** Without a generator, as codes and times need no escape: each step writes the latest of its history. */
    private static void write(StringBuilder text, HistoryEntry entry) {
        text.append("[\"").append(entry.transition().event().code());
        text.append("\",\"").append(entry.transition().to().code()).append('"');
        if (entry.at() != null) {
            text.append(',').append(micros(entry.at()));
        } else if (entry.cause() != null) {
            text.append(",null");
        }
        if (entry.cause() != null) {
            text.append(',').append(JsonText.write(entry.cause()));
        }
        text.append(']');
    }

    /**
     * The text of two histories in one, the one as it stands and the other behind it.
     *
     * @param text what {@link #write} wrote
     * @param next what it wrote of the entries that follow
     */
    public static String join(String text, String next) {
        if (text.equals(NO_ENTRIES) || next.equals(NO_ENTRIES)) {
            return text.equals(NO_ENTRIES) ? next : text;
        }
        return text.substring(0, text.length() - 1) + "," + next.substring(1);
    }

    /**
     * Reads a whole history.
     *
     * @param subject the name of the text, for the error
     * @param texts what {@link #write} wrote, one or several that follow one another
     * @throws InvalidValueException if one is no such JSON
     */
    public static List<HistoryEntry> read(String subject, List<String> texts) {
        HistoryTokens tokens = new HistoryTokens(subject);
        texts.forEach(tokens::read);
        return tokens.history();
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }
}
