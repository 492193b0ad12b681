package dev.parley.cli.batch;

import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.CampaignObject;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.cli.json.OwedMessageJson;
import dev.parley.cli.json.RecordedStepJson;
import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a program reads one thing: a negotiation, a step of it, a campaign, an owed message, a row in quarantine. */
final class FindOperation {
    private static final String NEGOTIATION = "negotiation_id";
    private static final String KEY = "key";
    private static final String THREAD = "thread_id";
    private static final String CAMPAIGN = "campaign_id";
    private static final String RATES = "engagement_rates";
    private static final String MESSAGE = "message_id";
    private static final String QUARANTINED = "quarantined";

    private static final List<String> WHICH = List.of(NEGOTIATION, THREAD, CAMPAIGN, MESSAGE, QUARANTINED);

    private final Desk desk;

    FindOperation(Desk desk) {
        this.desk = desk;
    }

    Map<String, Operation> byName() {
        return Map.of(
                "find",
                new Operation(Set.of(NEGOTIATION, KEY, THREAD, CAMPAIGN, RATES, MESSAGE, QUARANTINED), this::find));
    }

    private Map<String, @Nullable Object> find(JsonObject request) {
        List<String> names =
                WHICH.stream().filter(name -> request.optional(name) != null).toList();
        if (names.size() != 1) {
            throw new InvalidValueException("find", "takes one of " + String.join(", ", WHICH));
        }
        String which = names.get(0);
        requireBeside(request, KEY, NEGOTIATION, which);
        requireBeside(request, RATES, CAMPAIGN, which);
        return switch (which) {
            case NEGOTIATION -> negotiation(NegotiationOperations.id(request), request.optionalText(KEY));
            case THREAD -> byThread(new ThreadId(request.text(THREAD)));
            case MESSAGE -> message(MessageMembers.id(request));
            case QUARANTINED -> QuarantineOperations.find(desk.quarantine(), Members.whole(request, QUARANTINED));
            default -> campaign(new CampaignId(request.text(CAMPAIGN)), rates(request));
        };
    }

    private static void requireBeside(JsonObject request, String name, String owner, String which) {
        if (request.optional(name) != null && !which.equals(owner)) {
            throw new InvalidValueException(name, "goes with " + owner + " alone; name it by that");
        }
    }

    private Map<String, @Nullable Object> negotiation(NegotiationId id, @Nullable String key) {
        if (key == null) {
            return NegotiationJson.full(desk.find(id));
        }
        return desk.negotiations()
                .findStep(id, new IdempotencyKey(key))
                .map(RecordedStepJson::of)
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.NOT_FOUND,
                        "negotiation " + id + " is not stored, or has committed no step under this key; take it"));
    }

    private Map<String, @Nullable Object> byThread(ThreadId threadId) {
        return NegotiationJson.full(desk.negotiations()
                .findByThread(threadId)
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.NOT_FOUND, "no negotiation is on thread " + threadId + "; bind one to it first")));
    }

    private Map<String, @Nullable Object> message(MessageId id) {
        return OwedMessageJson.full(desk.deliveries().find(id).orElseThrow(() -> new MessageNotFoundException(id)));
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
