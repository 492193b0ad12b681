package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a file holds after a fault. To be here at all it must be whole: each life with every part of each step.
 *
 * @param found the negotiations by their ids
 * @param deliveries how far each owed message has come, by its id
 */
record Audit(Map<String, Stored<NegotiationSnapshot>> found, Map<String, Delivery> deliveries) {
    /** Opens the file as any process would, and reads everything. */
    static Audit of(Path file) throws Exception {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(List.of("ok"), Sql.rows(file, "PRAGMA integrity_check"), "the file is sound");
            assertEquals(List.of(), Sql.rows(file, "PRAGMA foreign_key_check"), "nothing is orphaned");
            return of(store, file);
        }
    }

    static Audit of(SqliteNegotiationStore store, Path file) throws Exception {
        Audit audit = new Audit(new LinkedHashMap<>(), new HashMap<>());
        Set<NegotiationId> booked = new HashSet<>();
        store.findCampaign(Fixtures.CAMPAIGN)
                .ifPresent(campaign -> campaign.tracker().agreements().stream()
                        .map(CpmAgreement::negotiationId)
                        .forEach(id -> booked.add(id.orElseThrow())));
        Map<String, List<String>> keys = Sql.grouped(file, """
                SELECT n.negotiation_id, s.idempotency_key FROM parley_steps AS s
                JOIN parley_negotiations AS n ON n.position = s.negotiation ORDER BY s.revision""");
        PageRequest request = PageRequest.first(500);
        OptionalLong next = OptionalLong.of(0);
        while (next.isPresent()) {
            request = request.from(next.getAsLong());
            Page<Stored<NegotiationSnapshot>> page = store.negotiations(NegotiationFilter.all(), request);
            assertEquals(List.of(), page.unreadable(), "every row can be read");
            for (Stored<NegotiationSnapshot> row : page.rows()) {
                NegotiationId id = row.value().id();
                long revision = row.revision();
                assertEquals(Life.like(row), row, "state, context and history of a step are stored together");
                assertEquals(Life.heard(id, revision), store.handledBy(id), "and the messages it heard");
                audit.take(id, revision, store.owedBy(id));
                assertEquals(Life.keys(revision), keys.getOrDefault(id.value(), List.of()), "and its key");
                assertEquals(revision == Life.LAST, booked.remove(id), "and the agreement, if it reached one");
                audit.found.put(id.value(), row);
            }
            next = page.next();
        }
        assertEquals(Set.of(), booked, "no agreement stands without its negotiation");
        return audit;
    }

    private void take(NegotiationId id, long revision, List<OwedMessage> owed) {
        assertEquals(
                Life.owed(id, revision), owed.stream().map(OwedMessage::message).toList(), "and the messages it owes");
        for (OwedMessage message : owed) {
            DeliveryState state = message.delivery().state();
            if (Life.isOffer(message)) {
                assertEquals(
                        revision >= Life.BOUND,
                        state == DeliveryState.SENT,
                        "the offer is sent and its thread bound, both or neither");
            }
            deliveries.put(message.id().value(), message.delivery());
        }
    }

    long revision(String id) {
        return found.containsKey(id) ? found.get(id).revision() : 0;
    }

    boolean isSent(String message) {
        return deliveries.containsKey(message) && deliveries.get(message).state() == DeliveryState.SENT;
    }
}
