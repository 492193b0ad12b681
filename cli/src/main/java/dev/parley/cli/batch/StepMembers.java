package dev.parley.cli.batch;

import dev.parley.application.AgreedTerms;
import dev.parley.application.Step;
import dev.parley.application.Step.Owed;
import dev.parley.application.Step.Received;
import dev.parley.documents.AttributesJson;
import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request says shall happen to a negotiation, whichever revision of it that happens to. */
record StepMembers(
        List<NegotiationEvent> events,
        Set<String> remove,
        Attributes put,
        @Nullable String cause,
        @Nullable AgreedTerms agreement,
        List<Received> handles,
        List<Owed> owes,
        @Nullable Instant replyDueAt,
        @Nullable IdempotencyKey key) {
    static final Set<String> NAMES = Set.of(
            "negotiation_id",
            "revision",
            "events",
            "context",
            "remove",
            "cause",
            "agreement",
            "handles",
            "owes",
            "reply_due_at",
            "key");

    static StepMembers of(JsonObject request) {
        JsonObject context = request.optionalObject("context");
        String key = request.optionalText("key");
        return new StepMembers(
                events(texts(request, "events")),
                keys(texts(request, "remove")),
                context == null ? Attributes.empty() : AttributesJson.fromPlain(context, Dialect.PARLEY),
                request.optionalText("cause"),
                agreement(request.optionalObject("agreement")),
                MessageMembers.handled(request, "handles"),
                MessageMembers.owed(request, "owes"),
                Members.optionalInstant(request, "reply_due_at"),
                key == null ? null : new IdempotencyKey(key));
    }

    /** The step on a negotiation as it was read. Without a key it goes by the first message it handles. */
    Step on(Stored<Negotiation> decidedOn) {
        return new Step(decidedOn, events, remove, put, cause, agreement, handles, owes, replyDueAt, key);
    }

    private static @Nullable AgreedTerms agreement(@Nullable JsonObject object) {
        if (object == null) {
            return null;
        }
        object.requireOnly(List.of("cpm", "engagement_rate", "impressions"));
        return new AgreedTerms(
                new Cpm(object.decimal("cpm", Dialect.PARLEY)),
                CampaignJson.engagementRate(object, Dialect.PARLEY),
                object.optionalWhole("impressions"));
    }

    private static List<NegotiationEvent> events(List<String> codes) {
        List<NegotiationEvent> events = new ArrayList<>();
        for (String code : codes) {
            events.add(Codes.read("events[" + events.size() + "]", code, NegotiationEvent::fromCode));
        }
        return events;
    }

    /** Keys to remove are written as they stand in a context. */
    private static Set<String> keys(List<String> written) {
        Set<String> keys = new HashSet<>();
        written.forEach(key -> keys.add(AttributesJson.key("remove", key)));
        return keys;
    }

    private static List<String> texts(JsonObject request, String name) {
        return request.optional(name) == null ? List.of() : request.texts(name);
    }
}
