package dev.parley.persistence.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Names as long as the domain lets them be, in characters of three bytes that do not compress. */
class LongNamesTest {
    private static final int LONGEST = 998;
    private static final String LONG = random(new Random(1));

    @AutoClose
    private final TestSchema schema;

    @AutoClose
    private final PostgresNegotiationStore store;

    LongNamesTest() throws SQLException {
        schema = TestSchema.create();
        store = PostgresNegotiationStore.open(
                SharedPool.get(),
                Options.defaults().durability(Durability.AS_CONFIGURED).schema(schema.name()));
    }

    private static String random(Random random) {
        return random.ints(LONGEST, 0x4e00, 0x9fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The longest name but for its last character, which alone tells them apart. */
    private static String name(char last) {
        return LONG.substring(1) + last;
    }

    private static NegotiationSnapshot negotiation(char last, char thread) {
        return Fixtures.negotiation(name(last), new CampaignId(LONG), name(thread))
                .snapshot();
    }

    @Test
    void theServerItselfCouldNotIndexThem() {
        SQLException refused = assertThrows(SQLException.class, () -> {
            schema.execute("CREATE TABLE t (name TEXT UNIQUE)");
            schema.execute("INSERT INTO t VALUES ('" + LONG + "')");
        });
        assertEquals("54000", refused.getSQLState(), refused.getMessage());
    }

    @Test
    void areFoundAndToldApartByTheirLastCharacter() {
        store.commit(Commit.of(Fixtures.campaign(new CampaignId(LONG))));
        NamedStep step = Fixtures.step(LONG);
        NegotiationId a = new NegotiationId(name('a'));
        store.commit(Commit.of(NegotiationChange.opened(negotiation('a', 't')))
                .withMessages(List.of(Fixtures.inbound(name('i'), a)), List.of(Fixtures.outbound(name('o'), a)))
                .named(step));
        store.commit(Commit.of(NegotiationChange.opened(negotiation('b', 'u'))));

        Stored<NegotiationSnapshot> stored = store.find(a).orElseThrow();
        assertEquals(negotiation('a', 't'), stored.value());
        assertEquals(stored, store.findByThread(new ThreadId(name('t'))).orElseThrow());
        assertTrue(store.findOwed(new MessageId(name('o'))).isPresent());
        assertTrue(store.findOwed(new MessageId(name('p'))).isEmpty());
        assertTrue(store.findStep(a, step.key()).isPresent());

        assertThrows(
                NegotiationAlreadyExistsException.class,
                () -> store.commit(Commit.of(NegotiationChange.opened(negotiation('a', 'v')))));
        assertThrows(
                ThreadTakenException.class,
                () -> store.commit(Commit.of(NegotiationChange.opened(negotiation('c', 't')))));
        NegotiationChange change = Steps.events(stored, NegotiationEvent.SEND_OFFER);
        assertThrows(
                DuplicateStepException.class,
                () -> store.commit(Commit.of(change).named(step)));
        assertThrows(
                DuplicateMessageException.class,
                () -> store.commit(Commit.of(change).withMessages(List.of(Fixtures.inbound(name('i'), a)), List.of())));
        assertThrows(
                DuplicateMessageException.class,
                () -> store.commit(
                        Commit.of(change).withMessages(List.of(), List.of(Fixtures.outbound(name('o'), a)))));
        store.commit(Commit.of(change)
                .withMessages(List.of(Fixtures.inbound(name('j'), a)), List.of(Fixtures.outbound(name('p'), a))));
    }

    @Test
    void areBookedOnce() {
        store.commit(Commit.of(Fixtures.campaign(new CampaignId(LONG))));
        NegotiationSnapshot agreed = Fixtures.negotiation(name('a'), new CampaignId(LONG), null)
                .on(Steps.shortestWay(NegotiationState.AGREED), Fixtures.OPENED_AT, "on the way")
                .snapshot();
        store.commit(Commit.of(NegotiationChange.opened(agreed))
                .withAgreements(List.of(Fixtures.agreement(agreed, "25.50"))));
        assertEquals(
                1,
                store.findCampaign(new CampaignId(LONG))
                        .orElseThrow()
                        .tracker()
                        .agreements()
                        .size());
    }
}
