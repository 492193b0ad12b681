package dev.parley.cli.batch;

import dev.parley.application.Advanced;
import dev.parley.application.Step;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.cli.json.RecordedStepJson;
import dev.parley.documents.JsonObject;
import dev.parley.domain.negotiation.NegotiationEvent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a program moves a negotiation on. */
final class StepOperations {
    private final Desk desk;

    StepOperations(Desk desk) {
        this.desk = desk;
    }

    Map<String, Operation> byName() {
        return Map.ofEntries(
                Map.entry("advance", new Operation(StepMembers.NAMES, this::advance)),
                trigger(NegotiationEvent.PAUSE),
                trigger(NegotiationEvent.RESUME),
                trigger(NegotiationEvent.STOP));
    }

    /** An event that has an operation of its own, of the same name. */
    private Map.Entry<String, Operation> trigger(NegotiationEvent event) {
        return Map.entry(
                event.code(),
                new Operation(Set.of("negotiation_id", "revision", "cause"), request -> trigger(request, event)));
    }

    private Map<String, @Nullable Object> advance(JsonObject request) {
        StepMembers members = StepMembers.of(request);
        Advanced advanced =
                desk.advance(NegotiationOperations.id(request), request.optionalWhole("revision"), members::on);
        Map<String, @Nullable Object> result = NegotiationJson.full(advanced.negotiation());
        result.put("repeated", advanced.repeated());
        if (advanced.repeated()) {
            result.put("recorded", RecordedStepJson.of(advanced));
        }
        return result;
    }

    private Map<String, @Nullable Object> trigger(JsonObject request, NegotiationEvent event) {
        String cause = request.optionalText("cause");
        return NegotiationJson.full(desk.advance(
                        NegotiationOperations.id(request),
                        request.optionalWhole("revision"),
                        stored -> Step.on(stored, event).because(cause))
                .negotiation());
    }
}
