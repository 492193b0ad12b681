package dev.parley.cli.batch;

import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.documents.AttributesJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a program begins and ends a negotiation's time in the store, and names its thread. */
final class NegotiationOperations {
    private final Desk desk;

    NegotiationOperations(Desk desk) {
        this.desk = desk;
    }

    Map<String, Operation> byName() {
        return Map.of(
                "open",
                new Operation(Set.of("negotiation_id", "campaign_id", "context", "thread_id"), this::open),
                "bind",
                new Operation(Set.of("negotiation_id", "thread_id"), this::bind),
                "delete",
                new Operation(Set.of("negotiation_id", "revision"), this::delete),
                "forget_handled",
                new Operation(Set.of("ended_before"), this::forgetHandled));
    }

    private Map<String, @Nullable Object> open(JsonObject request) {
        String threadId = request.optionalText("thread_id");
        return NegotiationJson.full(desk.negotiations()
                .open(
                        id(request),
                        new CampaignId(request.text("campaign_id")),
                        threadId == null ? null : new ThreadId(threadId),
                        AttributesJson.fromPlain(request.object("context"), Dialect.PARLEY)));
    }

    private Map<String, @Nullable Object> bind(JsonObject request) {
        return NegotiationJson.full(desk.negotiations().bind(id(request), new ThreadId(request.text("thread_id"))));
    }

    private Map<String, @Nullable Object> delete(JsonObject request) {
        return NegotiationJson.full(desk.delete(id(request), request.optionalWhole("revision")));
    }

    private Map<String, @Nullable Object> forgetHandled(JsonObject request) {
        return Map.of("negotiations", desk.negotiations().forgetHandled(request.instant("ended_before")));
    }

    static NegotiationId id(JsonObject request) {
        return new NegotiationId(request.text("negotiation_id"));
    }
}
