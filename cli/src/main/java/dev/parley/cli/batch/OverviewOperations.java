package dev.parley.cli.batch;

import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.cli.json.PageJson;
import dev.parley.cli.json.RecoveryJson;
import dev.parley.documents.JsonObject;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationFilter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a program learns which negotiations there are, as after a crash. */
final class OverviewOperations {
    private final Desk desk;

    OverviewOperations(Desk desk) {
        this.desk = desk;
    }

    Map<String, Operation> byName() {
        return Map.of(
                "list",
                new Operation(PageMembers.and("state"), this::list),
                "recover",
                new Operation(Set.of(), this::recover));
    }

    private Map<String, @Nullable Object> list(JsonObject request) {
        return PageJson.of(
                "negotiations",
                desk.negotiations().list(filter(request.optionalText("state")), PageMembers.of(request)),
                NegotiationJson::brief);
    }

    private Map<String, @Nullable Object> recover(JsonObject request) {
        return RecoveryJson.of(desk.negotiations().recover(negotiation -> {
            // The caller lists those it wants to carry on.
        }));
    }

    private NegotiationFilter filter(@Nullable String state) {
        if (state == null || state.equals("active")) {
            return NegotiationFilter.active();
        }
        return switch (state) {
            case "all" -> NegotiationFilter.all();
            case "overdue" -> NegotiationFilter.overdue(desk.clock().instant());
            default -> NegotiationFilter.in(Codes.read("state", state, NegotiationState::fromCode));
        };
    }
}
