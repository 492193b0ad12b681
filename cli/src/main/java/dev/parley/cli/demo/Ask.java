package dev.parley.cli.demo;

import dev.parley.application.AgreedTerms;
import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.documents.AttributesJson;
import dev.parley.documents.InstantText;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationStep;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing the world asks to be done to one negotiation, and what must have become of it once it is durable. */
sealed interface Ask {
    /** The request, but for its id and the negotiation's. */
    Map<String, @Nullable Object> request();

    /**
     * The negotiation as it must stand afterwards.
     *
     * @param before as it stood, or null if it was not there
     * @param found as it was found, which tells the time that the child's clock showed
     */
    Negotiation outcome(@Nullable Negotiation before, NegotiationSnapshot found);

    /** Whether the negotiation ends with it. */
    default boolean ends() {
        return false;
    }

    /** Open it. */
    record Open(
            NegotiationId id,
            CampaignId campaignId,
            @Nullable ThreadId threadId,
            Attributes context) implements Ask {
        @Override
        public Map<String, @Nullable Object> request() {
            Map<String, @Nullable Object> request = new LinkedHashMap<>();
            request.put("op", "open");
            request.put("campaign_id", campaignId.value());
            request.put("context", context);
            request.put("thread_id", threadId == null ? null : threadId.value());
            return request;
        }

        @Override
        public Negotiation outcome(@Nullable Negotiation before, NegotiationSnapshot found) {
            return Negotiation.open(id, campaignId, threadId, context, found.createdAt());
        }
    }

    /** Put it on its thread. */
    record Bind(ThreadId threadId) implements Ask {
        @Override
        public Map<String, @Nullable Object> request() {
            Map<String, @Nullable Object> request = new LinkedHashMap<>();
            request.put("op", "bind");
            request.put("thread_id", threadId.value());
            return request;
        }

        @Override
        public Negotiation outcome(@Nullable Negotiation before, NegotiationSnapshot found) {
            return opened(before).bind(threadId, found.updatedAt());
        }
    }

    /** Pause it, resume it or stop it. */
    record Trigger(NegotiationEvent event, @Nullable String cause) implements Ask {
        @Override
        public Map<String, @Nullable Object> request() {
            Map<String, @Nullable Object> request = new LinkedHashMap<>();
            request.put("op", event.code());
            request.put("cause", cause);
            return request;
        }

        @Override
        public Negotiation outcome(@Nullable Negotiation before, NegotiationSnapshot found) {
            return opened(before).on(List.of(event), time(found), cause);
        }

        @Override
        public boolean ends() {
            return event == NegotiationEvent.STOP;
        }
    }

    /** Move it on. */
    record Advance(
            List<NegotiationEvent> events,
            Set<String> remove,
            Attributes put,
            @Nullable String cause,
            @Nullable AgreedTerms agreement,
            @Nullable Instant replyDueAt)
            implements Ask {
        @Override
        public Map<String, @Nullable Object> request() {
            Map<String, @Nullable Object> request = new LinkedHashMap<>();
            request.put("op", "advance");
            request.put("events", events.stream().map(NegotiationEvent::code).toList());
            request.put("remove", remove.stream().map(AttributesJson::written).toList());
            request.put("context", put);
            request.put("cause", cause);
            request.put("agreement", agreement == null ? null : Terms.plain(agreement));
            request.put("reply_due_at", replyDueAt == null ? null : InstantText.write(replyDueAt));
            return request;
        }

        @Override
        public Negotiation outcome(@Nullable Negotiation before, NegotiationSnapshot found) {
            Instant now = events.isEmpty() ? found.updatedAt() : time(found);
            return opened(before).after(new NegotiationStep(events, cause, remove, put, replyDueAt), now);
        }

        @Override
        public boolean ends() {
            return events.contains(NegotiationEvent.ACCEPT) || events.contains(NegotiationEvent.REJECT);
        }
    }

    private static Negotiation opened(@Nullable Negotiation before) {
        if (before == null) {
            throw new RefusedException(ErrorCode.STORE_FAILURE, "a negotiation was asked for before it was opened");
        }
        return before;
    }

    /** When the last event was recorded: other than the last change, a clock that was set back may show earlier. */
    private static Instant time(NegotiationSnapshot found) {
        List<HistoryEntry> history = found.history();
        Instant at = history.isEmpty() ? null : history.get(history.size() - 1).at();
        return at == null ? found.updatedAt() : at;
    }
}
