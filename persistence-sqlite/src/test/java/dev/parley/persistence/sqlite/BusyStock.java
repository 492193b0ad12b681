package dev.parley.persistence.sqlite;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.testkit.Fixtures;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A store that has been busy: negotiations that grew and shrank in turns, so that SQLite has split, filled and merged
 * pages, some of them with a secret in every text there is. The same each time for a seed.
 */
final class BusyStock {
    /** What stands in every text of some of the negotiations. */
    static final String SECRET = "Xyzzy-Plugh";

    /** One without a secret that has agreed. */
    static final NegotiationId AGREED = new NegotiationId("agreed");

    private static final int NEGOTIATIONS = 100;
    private static final int EVERY = 2;
    private static final int CHANGES = 500;

    private BusyStock() {}

    /** Those with the secret. */
    static List<NegotiationId> secretIds() {
        return IntStream.range(0, NEGOTIATIONS)
                .filter(i -> i % EVERY == 1)
                .mapToObj(BusyStock::id)
                .toList();
    }

    /**
     * Fills a store.
     *
     * @param seed how it has been busy
     * @param app writes into the app's table {@code audit} now and then, and damages a row
     */
    static void fill(NegotiationStore store, Sql app, long seed) throws SQLException {
        Random random = new Random(seed);
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        for (int i = 0; i < NEGOTIATIONS; i++) {
            open(store, id(i).value());
        }
        for (int i = 0; i < CHANGES; i++) {
            change(store, id(random.nextInt(NEGOTIATIONS)), "#" + i, random);
            if (i % 5 == 0) {
                app.run("INSERT INTO audit VALUES (hex(zeroblob(" + random.nextInt(1_000) + ")))");
            }
        }
        NegotiationSnapshot agreed =
                Fixtures.negotiation(AGREED.value(), NegotiationState.AGREED).snapshot();
        store.commit(Commit.of(NegotiationChange.opened(agreed))
                .withAgreements(List.of(Fixtures.agreement(agreed, "25.50"))));
        quarantineOne(store, app);
    }

    /** Opens a negotiation that waits for a reply; each of its texts begins with its id. */
    static void open(NegotiationStore store, String text) {
        NegotiationId id = new NegotiationId(text);
        Negotiation opened = Fixtures.negotiation(text, Fixtures.CAMPAIGN, text + " thread")
                .on(List.of(NegotiationEvent.SEND_OFFER), Fixtures.OPENED_AT, text + " opened")
                .withContext(List.of(), content(text, 10), Fixtures.OPENED_AT);
        OutboundMessage offer =
                new OutboundMessage(new MessageId(text + " offer"), id, Fixtures.OPENED_AT, content(text, 100));
        store.commit(Commit.of(NegotiationChange.opened(opened.snapshot()))
                .withMessages(List.of(), List.of(offer))
                .named(new NamedStep(new IdempotencyKey(text + " step"), text + " print")));
    }

    private static void change(NegotiationStore store, NegotiationId id, String name, Random random) {
        Stored<NegotiationSnapshot> before = store.find(id).orElseThrow();
        Instant now = before.value().updatedAt().plusSeconds(60);
        String text = id.value();
        NegotiationEvent event = before.value().state() == NegotiationState.COUNTER_RECEIVED
                ? NegotiationEvent.SEND_COUNTER
                : NegotiationEvent.RECEIVE_REPLY;
        int length = random.nextInt(20) == 0 ? random.nextInt(20_000) : random.nextInt(1_000);
        NegotiationSnapshot after = Negotiation.restore(before.value())
                .on(List.of(event), now, text + " because " + name)
                .withContext(List.of(), content(text + name, length), now)
                .snapshot();
        store.commit(Commit.of(NegotiationChange.changed(before, after))
                .withMessages(
                        List.of(new InboundMessage(
                                new MessageId(text + " in " + name), id, now, content(text, random.nextInt(500)))),
                        List.of()));
        List<OwedMessage> owed = store.owedBy(id);
        OwedMessage message = owed.get(owed.size() - 1);
        if (message.delivery().isDue(now)) {
            OwedMessage further = message.claimed(now, now).deferred(now, now, text + " problem " + name);
            store.commit(Commit.of(DeliveryChange.of(message, further)));
        }
    }

    /** Content that says a text at its beginning, every thousand characters and at its end. */
    private static Attributes content(String text, int length) {
        List<String> parts = new ArrayList<>();
        for (int left = length; left > 0; left -= 1_000) {
            parts.add(text + "x".repeat(Math.min(left, 1_000)));
        }
        // Not of a Map.of, which has another order each time.
        return Attributes.empty().with("notes", parts).with("said", text);
    }

    private static void quarantineOne(NegotiationStore store, Sql app) throws SQLException {
        NegotiationId id = secretIds().get(0);
        app.run("UPDATE parley_negotiations SET round_count = 99 WHERE negotiation_id = '" + id.value() + "'");
        try {
            store.find(id);
        } catch (UnreadableException damaged) {
            store.quarantine(damaged.row(), Fixtures.OPENED_AT);
        }
    }

    private static NegotiationId id(int i) {
        return new NegotiationId(i % EVERY == 1 ? SECRET + "-" + i : "n-" + i);
    }
}
