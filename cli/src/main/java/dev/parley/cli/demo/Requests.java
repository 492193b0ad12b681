package dev.parley.cli.demo;

import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Stored;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of the batch protocol that the world sends. */
final class Requests {
    private Requests() {}

    static Map<String, @Nullable Object> register(JsonObject campaign) {
        return request("campaign", "campaign", campaign.values());
    }

    static Map<String, @Nullable Object> campaign() {
        return request("find", "campaign_id", Scenery.CAMPAIGN.value());
    }

    static Map<String, @Nullable Object> negotiation(Entry entry) {
        return request("find", "negotiation_id", entry.id.value());
    }

    static Map<String, @Nullable Object> recover() {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("op", "recover");
        return request;
    }

    /**
     * A step of a negotiation.
     *
     * @param named whether to name the revision it is decided on
     */
    static Map<String, @Nullable Object> step(Entry entry, Ask ask, boolean named) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>(ask.request());
        request.put("negotiation_id", entry.id.value());
        Stored<NegotiationSnapshot> last = entry.acknowledged;
        if (named && last != null && !(ask instanceof Ask.Bind)) {
            request.put("revision", last.revision());
        }
        return request;
    }

    /** What an answer about the campaign allows to be offered to anybody; null if it is no such answer. */
    static @Nullable BigDecimal maxAllowed(Answer answer) {
        JsonObject campaign = answer.result();
        return campaign == null
                ? null
                : campaign.objects("flexibility").get(0).decimal("max_allowed_cpm", Dialect.PARLEY);
    }

    private static Map<String, @Nullable Object> request(String op, String member, Object value) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("op", op);
        request.put(member, value);
        return request;
    }
}
