package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.InstantText;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An owed message that cannot be read: it is named, neither sent nor overtaken, and stops no other negotiation's. */
class DamagedDeliveryTest {
    private static final MessageId DAMAGED = new MessageId("damaged");

    @TempDir
    Path directory;

    private SqliteNegotiationStore store;

    @BeforeEach
    void oweThreeMessages() {
        store = SqliteNegotiationStore.open(directory.resolve("parley.db"));
        Owing.open(store, "n-1", "damaged", "behind");
        Owing.open(store, "n-2", "sound");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE parley_deliveries SET attempts = 3 WHERE message = 1",
                "UPDATE parley_deliveries SET state = 'from_the_future' WHERE message = 1",
                "UPDATE parley_deliveries SET since = '2020-01-01T00:00:00Z' WHERE message = 1",
                "UPDATE parley_deliveries SET due_at = '2020-01-01T00:00:00.000000Z' WHERE message = 1",
                "UPDATE parley_deliveries SET due_at = NULL WHERE message = 1",
                "UPDATE parley_deliveries SET problem = 'x', checksum = 0 WHERE message = 1",
                "UPDATE parley_outbound_messages SET content = replace(content, '25.50', '92.50') WHERE position = 1",
                "UPDATE parley_outbound_messages SET owed_since = 'nonsense' WHERE position = 1"
            })
    void isPassedOverAndHoldsThoseBehindIt(String damage) throws Exception {
        damage(damage);

        assertEquals(List.of("sound"), Owing.claimAll(store));

        Page<OwedMessage> open = store.owed(DeliveryFilter.open(), PageRequest.first(10));
        assertEquals(
                List.of("behind", "sound"),
                open.rows().stream().map(owed -> owed.id().value()).toList());
        assertEquals(1, open.unreadable().size());
        assertEquals("damaged", open.unreadable().get(0).id());
        UnreadableException refused = assertThrows(UnreadableException.class, () -> store.findOwed(DAMAGED));
        assertFalse(refused.getMessage().contains("92.50"), "a message shows no content");
        assertThrows(UnreadableException.class, () -> store.owedBy(new NegotiationId("n-1")));
        assertEquals(1, store.owedBy(new NegotiationId("n-2")).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE parley_deliveries SET problem = 'x' WHERE message = 1          | delivery",
                "UPDATE parley_deliveries SET open = 0 WHERE message = 1               | delivery",
                "DELETE FROM parley_deliveries WHERE message = 1                       | delivery",
                "UPDATE parley_outbound_messages SET content = '{}' WHERE position = 1 | outbound_message"
            })
    void isNamedByItsKindAndPosition(String damage, String kind) throws Exception {
        damage(damage);

        UnreadableRow row = assertThrows(UnreadableException.class, () -> store.findOwed(DAMAGED))
                .row();

        assertEquals(kind, row.kind());
        assertEquals(1, row.position());
    }

    @ParameterizedTest
    @CsvSource({"0, 2025-03-01T09:30:00.123456Z", "1, 2025-03-01T09:30:00Z", "1,"})
    void whatAnIndexWouldMissIsNotReadAlthoughItsChecksumFits(int open, @Nullable String dueAt) throws Exception {
        Delivery delivery = store.findOwed(DAMAGED).orElseThrow().delivery();
        DeliveryRow missed = new DeliveryRow(
                delivery.state().code(),
                open == 1,
                delivery.attempts(),
                InstantText.write(delivery.since()),
                dueAt,
                null,
                null,
                null);
        damage("UPDATE parley_deliveries SET open = %d, due_at = %s, checksum = %d WHERE message = 1"
                .formatted(open, dueAt == null ? "NULL" : "'" + dueAt + "'", missed.checksum("damaged")));

        assertThrows(UnreadableException.class, () -> store.findOwed(DAMAGED));
    }

    @Test
    void whatStandsUnderAnotherNegotiationIsNotRead() throws Exception {
        damage("UPDATE parley_deliveries SET negotiation = 2 WHERE message = 1");

        assertThrows(UnreadableException.class, () -> store.findOwed(DAMAGED));
    }

    @Test
    void comesNoFurther() throws Exception {
        OwedMessage before = store.findOwed(DAMAGED).orElseThrow();
        damage("UPDATE parley_deliveries SET attempts = 3 WHERE message = 1");

        Commit further = Commit.of(DeliveryChange.of(before, before.givenUp(Owing.NOW)));

        assertThrows(UnreadableException.class, () -> store.commit(further));
    }

    @Test
    void isSentOnceItIsRepaired() throws Exception {
        damage("UPDATE parley_deliveries SET attempts = attempts + 1 WHERE message = 1");
        assertEquals(List.of("sound"), Owing.claimAll(store));

        damage("UPDATE parley_deliveries SET attempts = attempts - 1 WHERE message = 1");

        assertEquals(List.of("damaged"), Owing.claimAll(store));
    }

    @Test
    void manyOfThemStopNobody() throws Exception {
        int many = 300;
        for (int i = 0; i < many; i++) {
            Owing.openDue(store, "m-" + i, Fixtures.OPENED_AT.minusSeconds(1), "bad-" + i);
        }
        damage("UPDATE parley_deliveries SET checksum = checksum + 1 WHERE message > 3");

        assertEquals(List.of("damaged", "sound"), Owing.claimAll(store));
        assertEquals(
                many,
                store.owed(DeliveryFilter.all(), PageRequest.first(1000))
                        .unreadable()
                        .size());
    }

    private void damage(String sql) throws Exception {
        try (Sql shell = Sql.on(directory.resolve("parley.db"))) {
            assertTrue(shell.run(sql) > 0, "the damage must hit a row");
        }
    }
}
