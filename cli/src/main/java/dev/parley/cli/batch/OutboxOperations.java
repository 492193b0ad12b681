package dev.parley.cli.batch;

import dev.parley.application.delivery.Deliveries;
import dev.parley.application.delivery.Recorded;
import dev.parley.cli.json.DeliveryJson;
import dev.parley.cli.json.OwedMessageJson;
import dev.parley.documents.JsonObject;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.StaleDeliveryException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a program sends what is owed: it takes a message, sends it, and says what came of that. */
final class OutboxOperations {
    private final Deliveries deliveries;

    OutboxOperations(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** What becomes of a message is an operation of the same name as the state it comes to, where there is one. */
    Map<String, Operation> byName() {
        return Map.of(
                "claim",
                new Operation(Set.of("lease_seconds"), this::claim),
                DeliveryState.SENT.code(),
                report(this::sent, "provider_message_id", "thread_id"),
                "deferred",
                report(this::deferred, "due_at", "problem"),
                DeliveryState.FAILED.code(),
                report(this::failed, "problem"),
                DeliveryState.UNCONFIRMED.code(),
                report(this::unconfirmed, "ask_at", "problem"));
    }

    private static Operation report(Function<JsonObject, Map<String, @Nullable Object>> action, String... own) {
        Set<String> members = new HashSet<>(Set.of(own));
        members.add("message_id");
        members.add("claimed");
        return new Operation(members, action);
    }

    private Map<String, @Nullable Object> claim(JsonObject request) {
        Optional<OwedMessage> claimed = deliveries.claim(Duration.ofSeconds(request.integer("lease_seconds")));
        Map<String, @Nullable Object> result = new HashMap<>();
        result.put("message", claimed.map(OwedMessageJson::full).orElse(null));
        return result;
    }

    private Map<String, @Nullable Object> sent(JsonObject request) {
        Recorded recorded = deliveries.sent(claimed(request), DeliveryJson.receipt(request));
        Map<String, @Nullable Object> result = new LinkedHashMap<>(shown(recorded));
        result.put(
                "thread_refused",
                recorded instanceof Recorded.SentWithoutThread sent
                        ? sent.reason().getMessage()
                        : null);
        return result;
    }

    private Map<String, @Nullable Object> deferred(JsonObject request) {
        return shown(deliveries.deferred(claimed(request), request.instant("due_at"), request.text("problem")));
    }

    private Map<String, @Nullable Object> failed(JsonObject request) {
        return shown(deliveries.failed(claimed(request), request.text("problem")));
    }

    private Map<String, @Nullable Object> unconfirmed(JsonObject request) {
        return shown(deliveries.unconfirmed(
                claimed(request), Members.optionalInstant(request, "ask_at"), request.optionalText("problem")));
    }

    /** The message as the sender had it, or as it stands where the request does not say. */
    private OwedMessage claimed(JsonObject request) {
        MessageId id = MessageMembers.id(request);
        JsonObject claimed = request.optionalObject("claimed");
        OwedMessage stands = deliveries.find(id).orElseThrow(() -> new MessageNotFoundException(id));
        return claimed == null ? stands : new OwedMessage(stands.message(), DeliveryJson.read(claimed));
    }

    private static Map<String, @Nullable Object> shown(Recorded recorded) {
        if (recorded instanceof Recorded.Gone gone) {
            throw new MessageNotFoundException(gone.id());
        }
        if (recorded instanceof Recorded.Overtaken overtaken) {
            throw new StaleDeliveryException(overtaken.id(), overtaken.message().delivery());
        }
        return OwedMessageJson.brief(
                recorded instanceof Recorded.SentWithoutThread sent
                        ? sent.message()
                        : ((Recorded.AsReported) recorded).message());
    }
}
