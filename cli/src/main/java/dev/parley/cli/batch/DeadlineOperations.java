package dev.parley.cli.batch;

import dev.parley.application.ExpiryReport;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.cli.json.UnreadableRowJson;
import dev.parley.documents.JsonObject;
import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long a reply is waited for, and what happens when it does not come. */
final class DeadlineOperations {
    /** An answer is one line; after a long sleep a million may be overdue. */
    private static final int MOST_NAMED = 10_000;

    private final Desk desk;

    DeadlineOperations(Desk desk) {
        this.desk = desk;
    }

    Map<String, Operation> byName() {
        return Map.of(
                "await_reply",
                new Operation(Set.of("negotiation_id", "reply_due_at"), this::await),
                "expire",
                new Operation(Set.of("now"), this::expire));
    }

    private Map<String, @Nullable Object> await(JsonObject request) {
        if (!request.values().containsKey("reply_due_at")) {
            throw new InvalidValueException("reply_due_at", "is required; null waits without end");
        }
        return NegotiationJson.full(desk.negotiations()
                .awaitReplyUntil(NegotiationOperations.id(request), Members.optionalInstant(request, "reply_due_at")));
    }

    private Map<String, @Nullable Object> expire(JsonObject request) {
        Instant now = Members.optionalInstant(request, "now");
        List<String> named = new ArrayList<>();
        ExpiryReport report = desk.negotiations()
                .expireOverdue(now == null ? desk.clock().instant() : now, negotiation -> {
                    if (named.size() < MOST_NAMED) {
                        named.add(negotiation.value().id().value());
                    }
                });
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("expired", report.expired());
        result.put("negotiation_ids", named);
        result.put(
                "unreadable",
                report.unreadable().stream().map(UnreadableRowJson::of).toList());
        return result;
    }
}
