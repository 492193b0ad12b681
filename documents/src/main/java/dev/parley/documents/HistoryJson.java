package dev.parley.documents;

import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A history as JSON text, oldest entry first: {@code [["send_offer","awaiting_reply","2026-01-15T12:00:00Z","why"], …]}.
 * Where an entry leads from is the state before it, so that is not repeated; a time or cause that is not known is left
 * out at the end, and null before it. Thread-safe.
 */
public final class HistoryJson {
    /** What {@link #write} makes of no entries. */
    public static final String NO_ENTRIES = "[]";

    private static final int MIN_PARTS = 2;
    private static final int MAX_PARTS = 4;

    private HistoryJson() {}

    /** Writes entries that follow one another. */
    public static String write(List<HistoryEntry> entries) {
        StringBuilder text = new StringBuilder("[");
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
            text.append(",\"").append(InstantText.write(entry.at())).append('"');
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
        List<HistoryEntry> history = new ArrayList<>();
        NegotiationState state = NegotiationState.INITIAL_OFFER;
        for (String text : texts) {
            if (!(JsonText.parse(subject, text) instanceof List<?> entries)) {
                throw new InvalidValueException(subject, "must be a list of entries");
            }
            for (Object entry : entries) {
                HistoryEntry read = entry(subject + "[" + history.size() + "]", history.size() + 1, state, entry);
                history.add(read);
                state = read.transition().to();
            }
        }
        return history;
    }

    private static HistoryEntry entry(String path, int sequence, NegotiationState from, @Nullable Object plain) {
        if (!(plain instanceof List<?> parts) || parts.size() < MIN_PARTS || parts.size() > MAX_PARTS) {
            throw new InvalidValueException(path, "must be a list of an event, a state, a time and a cause");
        }
        NegotiationEvent event = NegotiationEvent.fromCode(required(path, parts.get(0)));
        NegotiationState to = NegotiationState.fromCode(required(path, parts.get(1)));
        String at = optional(path, parts, 2);
        return new HistoryEntry(
                sequence,
                new Transition(from, event, to),
                at == null ? null : InstantText.parse(path, at),
                optional(path, parts, 3));
    }

    private static @Nullable String optional(String path, List<?> parts, int part) {
        return part >= parts.size() || parts.get(part) == null ? null : required(path, parts.get(part));
    }

    private static String required(String path, @Nullable Object part) {
        if (part instanceof String text) {
            return text;
        }
        throw new InvalidValueException(path, "must have text in its parts");
    }
}
