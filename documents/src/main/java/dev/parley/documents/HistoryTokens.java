package dev.parley.documents;

import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the entries of one history, each from where the one before it led. */
final class HistoryTokens {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final String subject;
    private final List<HistoryEntry> history = new ArrayList<>();
    private NegotiationState state = NegotiationState.INITIAL_OFFER;

    /**
     * @param subject the name of the history, for errors
     */
    HistoryTokens(String subject) {
        this.subject = subject;
    }

    /** What has been read. */
    List<HistoryEntry> history() {
        return history;
    }

    /** Reads a text that follows the one before. */
    void read(String text) {
        JsonText.tokens(subject, text, parser -> {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new InvalidValueException(subject, "must be a list of entries");
            }
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                add(parser);
            }
            if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
                throw new InvalidValueException(subject, "must be a list of lists, and nothing behind it");
            }
            return history;
        });
    }

    private void add(JsonParser parser) {
        NegotiationEvent event = NegotiationEvent.fromCode(text(parser, parser.nextToken()));
        NegotiationState to = NegotiationState.fromCode(text(parser, parser.nextToken()));
        @Nullable Instant at = null;
        @Nullable String cause = null;
        JsonToken next = parser.nextToken();
        if (next != JsonToken.END_ARRAY) {
            at = next == JsonToken.VALUE_NULL ? null : instant(parser, next);
            next = parser.nextToken();
        }
        if (next != JsonToken.END_ARRAY) {
            cause = next == JsonToken.VALUE_NULL ? null : text(parser, next);
            next = parser.nextToken();
        }
        require(next == JsonToken.END_ARRAY, "must end behind an event, a state, a time and a cause");
        history.add(new HistoryEntry(history.size() + 1, new Transition(state, event, to), at, cause));
        state = to;
    }

    private Instant instant(JsonParser parser, JsonToken token) {
        boolean isLong =
                token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        require(isLong, "must have its time in microseconds");
        long micros = parser.getLongValue();
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * 1_000);
    }

    private String text(JsonParser parser, @Nullable JsonToken token) {
        require(token == JsonToken.VALUE_STRING, "must have text for its event, state and cause");
        return parser.getString();
    }

    private void require(boolean fits, String rule) {
        if (!fits) {
            throw new InvalidValueException(subject + "[" + history.size() + "]", rule);
        }
    }
}
