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
    static final Set<String> OPEN_MEMBERS = Set.of("negotiation_id", "campaign_id", "context", "thread_id");

    private final Desk desk;

    NegotiationOperations(Desk desk) {
        this.desk = desk;
    }

    Map<String, @Nullable Object> open(JsonObject request) {
        String threadId = request.optionalText("thread_id");
        return NegotiationJson.full(desk.negotiations()
                .open(
                        id(request),
                        new CampaignId(request.text("campaign_id")),
                        threadId == null ? null : new ThreadId(threadId),
                        AttributesJson.fromPlain(request.object("context"), Dialect.PARLEY)));
    }

    Map<String, @Nullable Object> bind(JsonObject request) {
        return NegotiationJson.full(desk.negotiations().bind(id(request), new ThreadId(request.text("thread_id"))));
    }

    Map<String, @Nullable Object> delete(JsonObject request) {
        return NegotiationJson.full(desk.delete(id(request), request.optionalWhole("revision")));
    }

    static NegotiationId id(JsonObject request) {
        return new NegotiationId(request.text("negotiation_id"));
    }
}
