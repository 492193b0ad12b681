package dev.parley.cli.batch;

import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.OwedMessageJson;
import dev.parley.cli.json.PageJson;
import dev.parley.documents.JsonObject;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.Page;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a human, through some program, looks after what is owed. */
final class DeliveryOperations {
    private final Desk desk;

    DeliveryOperations(Desk desk) {
        this.desk = desk;
    }

    Map<String, Operation> byName() {
        return Map.of(
                "deliveries",
                new Operation(PageMembers.and("state", "negotiation_id"), this::list),
                "retry",
                new Operation(Set.of("message_id"), this::retry),
                "give_up",
                new Operation(Set.of("message_id"), this::giveUp));
    }

    private Map<String, @Nullable Object> list(JsonObject request) {
        DeliveryFilter filter = filter(request.optionalText("state"));
        boolean ofOne = request.optional("negotiation_id") != null;
        return PageJson.of(
                "messages",
                ofOne ? ofOne(request, filter) : desk.deliveries().list(filter, PageMembers.of(request)),
                OwedMessageJson::brief);
    }

    /** Those of one negotiation, whole: they are no more than it has taken steps. */
    private Page<OwedMessage> ofOne(JsonObject request, DeliveryFilter filter) {
        PageMembers.requireNone(request, "negotiation_id");
        List<OwedMessage> owed = desk.owedBy(NegotiationOperations.id(request)).stream()
                .filter(message -> filter.accepts(message.delivery()))
                .toList();
        return new Page<>(owed, List.of(), OptionalLong.empty());
    }

    private Map<String, @Nullable Object> retry(JsonObject request) {
        return OwedMessageJson.brief(desk.deliveries().retry(MessageMembers.id(request)));
    }

    private Map<String, @Nullable Object> giveUp(JsonObject request) {
        return OwedMessageJson.brief(desk.deliveries().giveUp(MessageMembers.id(request)));
    }

    private static DeliveryFilter filter(@Nullable String state) {
        if (state == null || state.equals("open")) {
            return DeliveryFilter.open();
        }
        return state.equals("all")
                ? DeliveryFilter.all()
                : DeliveryFilter.in(Codes.read("state", state, DeliveryState::fromCode));
    }
}
