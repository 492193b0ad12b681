package dev.parley.cli.batch;

import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.CampaignObject;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a program reads: one negotiation by its id or its thread, or one campaign. */
final class FindOperation {
    private static final String NEGOTIATION = "negotiation_id";
    private static final String THREAD = "thread_id";
    private static final String CAMPAIGN = "campaign_id";
    private static final String RATES = "engagement_rates";

    static final Set<String> MEMBERS = Set.of(NEGOTIATION, THREAD, CAMPAIGN, RATES);

    private final Desk desk;

    FindOperation(Desk desk) {
        this.desk = desk;
    }

    Map<String, @Nullable Object> find(JsonObject request) {
        List<String> names = List.of(NEGOTIATION, THREAD, CAMPAIGN).stream()
                .filter(name -> request.optional(name) != null)
                .toList();
        if (names.size() != 1) {
            throw new InvalidValueException("find", "takes one of negotiation_id, thread_id and campaign_id");
        }
        if (request.optional(RATES) != null && !names.contains(CAMPAIGN)) {
            throw new InvalidValueException(RATES, "belong to a campaign; name it by campaign_id");
        }
        return switch (names.get(0)) {
            case NEGOTIATION -> NegotiationJson.full(desk.find(NegotiationOperations.id(request)));
            case THREAD -> byThread(new ThreadId(request.text(THREAD)));
            default -> campaign(new CampaignId(request.text(CAMPAIGN)), rates(request));
        };
    }

    private Map<String, @Nullable Object> byThread(ThreadId threadId) {
        return NegotiationJson.full(desk.negotiations()
                .findByThread(threadId)
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.NOT_FOUND, "no negotiation is on thread " + threadId + "; bind one to it first")));
    }

    private Map<String, @Nullable Object> campaign(CampaignId id, List<EngagementRate> rates) {
        return CampaignObject.of(desk.campaigns().find(id).orElseThrow(() -> new CampaignNotFoundException(id)), rates);
    }

    private static List<EngagementRate> rates(JsonObject request) {
        List<EngagementRate> rates = new ArrayList<>();
        for (Object item : request.optional(RATES) == null ? List.of() : request.array(RATES)) {
            String name = "engagement_rate";
            JsonObject rate = JsonObject.of(RATES + "[" + rates.size() + "]", Collections.singletonMap(name, item));
            rate.required(name);
            rates.add(CampaignJson.engagementRate(rate, Dialect.PARLEY));
        }
        return rates;
    }
}
