package dev.parley.cli.json;

import dev.parley.documents.InstantText;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A negotiation as the batch protocol and the commands show it. */
public final class NegotiationJson {
    private NegotiationJson() {}

    /** Everything, the context and the whole history included. */
    public static Map<String, @Nullable Object> full(Stored<Negotiation> stored) {
        Map<String, @Nullable Object> object = brief(stored);
        object.put("context", stored.value().context());
        object.put(
                "history",
                stored.value().history().stream().map(NegotiationJson::entry).toList());
        return object;
    }

    /** Everything, with the messages but for their content. */
    public static Map<String, @Nullable Object> withMessages(
            Stored<Negotiation> stored, List<OwedMessage> owed, List<InboundMessage> handled) {
        Map<String, @Nullable Object> object = full(stored);
        object.put("owed", owed.stream().map(OwedMessageJson::brief).toList());
        object.put("handled", handled.stream().map(NegotiationJson::handled).toList());
        return object;
    }

    /** Everything but the context and the history. */
    public static Map<String, @Nullable Object> brief(Stored<Negotiation> stored) {
        Negotiation negotiation = stored.value();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("negotiation_id", negotiation.id().value());
        object.put("thread_id", negotiation.threadId().map(Object::toString).orElse(null));
        object.put("campaign_id", negotiation.campaignId().value());
        object.put("state", negotiation.state().code());
        object.put("terminal", negotiation.isTerminal());
        object.put(
                "pre_pause_state",
                negotiation.prePauseState().map(NegotiationState::code).orElse(null));
        object.put("round_count", negotiation.roundCount());
        object.put("revision", stored.revision());
        object.put("valid_events", validEvents(negotiation));
        object.put(
                "reply_due_at", negotiation.replyDueAt().map(InstantText::write).orElse(null));
        object.put("created_at", InstantText.write(negotiation.snapshot().createdAt()));
        object.put("updated_at", InstantText.write(negotiation.snapshot().updatedAt()));
        return object;
    }

    private static List<String> validEvents(Negotiation negotiation) {
        return negotiation.validEvents().stream()
                .map(NegotiationEvent::code)
                .sorted()
                .toList();
    }

    private static Map<String, @Nullable Object> handled(InboundMessage message) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("message_id", message.id().value());
        object.put("received_at", InstantText.write(message.receivedAt()));
        return object;
    }

    private static Map<String, @Nullable Object> entry(HistoryEntry entry) {
        Instant at = entry.at();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("seq", entry.sequence());
        object.put("from", entry.transition().from().code());
        object.put("event", entry.transition().event().code());
        object.put("to", entry.transition().to().code());
        object.put("at", at == null ? null : InstantText.write(at));
        object.put("cause", entry.cause());
        return object;
    }
}
