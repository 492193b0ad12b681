package dev.parley.cli.batch;

import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.RecoveryJson;
import dev.parley.documents.JsonObject;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.value.InvalidValueException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every operation of the protocol by its name. */
final class Operations {
    static final String MEMBER = "op";

    private final Map<String, Operation> byName;

    Operations(Desk desk) {
        CampaignOperations campaigns = new CampaignOperations(desk.campaigns());
        NegotiationOperations negotiations = new NegotiationOperations(desk);
        StepOperations steps = new StepOperations(desk);
        FindOperation find = new FindOperation(desk);
        byName = Map.ofEntries(
                Map.entry("campaign", new Operation(Set.of("campaign"), campaigns::register)),
                Map.entry("open", new Operation(NegotiationOperations.OPEN_MEMBERS, negotiations::open)),
                Map.entry("bind", new Operation(Set.of("negotiation_id", "thread_id"), negotiations::bind)),
                Map.entry("delete", new Operation(Set.of("negotiation_id", "revision"), negotiations::delete)),
                Map.entry("find", new Operation(FindOperation.MEMBERS, find::find)),
                Map.entry("advance", new Operation(StepOperations.ADVANCE_MEMBERS, steps::advance)),
                trigger(steps, NegotiationEvent.PAUSE),
                trigger(steps, NegotiationEvent.RESUME),
                trigger(steps, NegotiationEvent.STOP),
                Map.entry("recover", new Operation(Set.of(), request -> recover(desk))));
    }

    /**
     * Does what a request asks.
     *
     * @throws InvalidValueException if it names no operation
     */
    Map<String, @Nullable Object> perform(JsonObject request) {
        Operation operation = byName.get(request.text(MEMBER));
        if (operation == null) {
            throw new InvalidValueException(
                    MEMBER, "is none of " + byName.keySet().stream().sorted().toList());
        }
        return operation.perform(request);
    }

    /** An event that has an operation of its own, of the same name. */
    private static Map.Entry<String, Operation> trigger(StepOperations steps, NegotiationEvent event) {
        return Map.entry(
                event.code(), new Operation(StepOperations.TRIGGER_MEMBERS, request -> steps.trigger(request, event)));
    }

    private static Map<String, @Nullable Object> recover(Desk desk) {
        return RecoveryJson.of(desk.negotiations().recover(negotiation -> {
            // The caller asks with find for those it wants to carry on.
        }));
    }
}
