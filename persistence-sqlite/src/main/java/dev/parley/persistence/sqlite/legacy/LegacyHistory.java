package dev.parley.persistence.sqlite.legacy;

import dev.parley.documents.JsonText;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history as the Python system wrote it: {@code [["initial_offer","send_offer","awaiting_reply"], …]}. */
final class LegacyHistory {
    private static final String SUBJECT = LegacyColumn.HISTORY.code();

    private LegacyHistory() {}

    /**
     * @throws InvalidValueException if it is something else; whether it can have happened is not asked here
     */
    static List<HistoryEntry> read(String json) {
        if (!(JsonText.parse(SUBJECT, json) instanceof List<?> items)) {
            throw new InvalidValueException(SUBJECT, "must be a JSON array");
        }
        List<HistoryEntry> history = new ArrayList<>(items.size());
        for (Object item : items) {
            int sequence = history.size() + 1;
            // Neither the time nor the cause of a transition was noted.
            history.add(new HistoryEntry(sequence, transition(sequence, item), null, null));
        }
        return history;
    }

    private static Transition transition(int sequence, @Nullable Object item) {
        if (item instanceof List<?> parts
                && parts.size() == 3
                && parts.get(0) instanceof String from
                && parts.get(1) instanceof String event
                && parts.get(2) instanceof String to) {
            return new Transition(
                    NegotiationState.fromCode(from), NegotiationEvent.fromCode(event), NegotiationState.fromCode(to));
        }
        throw new InvalidValueException(
                SUBJECT, "entry " + sequence + " must be an array of three texts: from, event, to");
    }
}
