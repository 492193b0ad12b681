package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StoreException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All that can be asked of a file about some negotiations: each answer by its question, and what was refused. */
record Reading(Map<String, Object> answers, int refusals) {
    private static final Instant LATER = Life.DUE.plusSeconds(60);
    private static final String REFUSED = "refused, typed";

    static Reading of(Path file, List<NegotiationId> ids) {
        Map<String, Object> answers = new LinkedHashMap<>();
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            ask(answers, "active", () -> page(store.negotiations(NegotiationFilter.active(), PageRequest.first(500))));
            ask(answers, "all", () -> page(store.negotiations(NegotiationFilter.all(), PageRequest.first(500))));
            ask(answers, "campaigns", () -> page(store.campaigns(PageRequest.first(500))));
            ask(answers, "backlog", () -> store.backlog(Fixtures.OPENED_AT));
            ask(
                    answers,
                    "overdue",
                    () -> page(store.negotiations(NegotiationFilter.overdue(LATER), PageRequest.first(500))));
            ask(answers, "owed", () -> page(store.owed(DeliveryFilter.open(), PageRequest.first(500))));
            ask(answers, "ever owed", () -> page(store.owed(DeliveryFilter.all(), PageRequest.first(500))));
            for (NegotiationId id : ids) {
                ask(answers, "find " + id, () -> store.find(id));
                ask(answers, "heard by " + id, () -> store.handledBy(id));
                ask(answers, "owed by " + id, () -> store.owedBy(id));
                ask(answers, "first step of " + id, () -> store.findStep(id, new IdempotencyKey("step-1")));
            }
        } catch (StoreException refused) {
            answers.put("the file", REFUSED);
        }
        return new Reading(
                answers, (int) answers.values().stream().filter(REFUSED::equals).count());
    }

    /** The questions that were answered, and otherwise than in another reading. */
    List<String> contradicts(Reading original) {
        return answers.keySet().stream()
                .filter(question -> !answers.get(question).equals(REFUSED))
                .filter(question -> !answers.get(question).equals(original.answers.get(question)))
                .toList();
    }

    private static void ask(Map<String, Object> answers, String question, Supplier<Object> answer) {
        try {
            answers.put(question, answer.get());
        } catch (StoreException refused) {
            answers.put(question, REFUSED);
        }
    }

    /** A page in which a row is named as unreadable is not taken for a whole one by anybody. */
    private static Object page(Page<?> page) {
        return page.unreadable().isEmpty() ? page.rows() : REFUSED;
    }
}
