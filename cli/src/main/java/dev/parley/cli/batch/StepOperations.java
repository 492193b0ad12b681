package dev.parley.cli.batch;

import dev.parley.application.AgreedTerms;
import dev.parley.application.Step;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.documents.AttributesJson;
import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.value.InvalidValueException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a program moves a negotiation on. */
final class StepOperations {
    static final Set<String> TRIGGER_MEMBERS = Set.of("negotiation_id", "revision", "cause");
    static final Set<String> ADVANCE_MEMBERS =
            Set.of("negotiation_id", "events", "revision", "context", "remove", "cause", "agreement");

    private final Desk desk;

    StepOperations(Desk desk) {
        this.desk = desk;
    }

    Map<String, @Nullable Object> advance(JsonObject request) {
        NegotiationEvent[] events = events(texts(request, "events"));
        Set<String> remove = keys(texts(request, "remove"));
        JsonObject context = request.optionalObject("context");
        Attributes put = context == null ? Attributes.empty() : AttributesJson.fromPlain(context, Dialect.PARLEY);
        String cause = request.optionalText("cause");
        AgreedTerms agreement = agreement(request.optionalObject("agreement"));
        return NegotiationJson.full(desk.advance(
                NegotiationOperations.id(request),
                request.optionalWhole("revision"),
                stored -> Step.on(stored, events)
                        .changing(remove, put)
                        .because(cause)
                        .agreeing(agreement)));
    }

    Map<String, @Nullable Object> trigger(JsonObject request, NegotiationEvent event) {
        String cause = request.optionalText("cause");
        return NegotiationJson.full(desk.advance(
                NegotiationOperations.id(request),
                request.optionalWhole("revision"),
                stored -> Step.on(stored, event).because(cause)));
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

    private static NegotiationEvent[] events(List<String> codes) {
        NegotiationEvent[] events = new NegotiationEvent[codes.size()];
        for (int i = 0; i < events.length; i++) {
            try {
                events[i] = NegotiationEvent.fromCode(codes.get(i));
            } catch (InvalidValueException unknown) {
                throw new InvalidValueException("events[" + i + "]", unknown.problem());
            }
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
