package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Examination;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Finding;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Severity;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExaminationTest {
    @TempDir
    Path directory;

    private SqliteNegotiationStore store;

    @BeforeEach
    void storeSomethingOfEverything() {
        store = SqliteNegotiationStore.open(directory.resolve("parley.db"));
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        NegotiationSnapshot agreed =
                Fixtures.negotiation("n-1", NegotiationState.AGREED).snapshot();
        NegotiationId id = agreed.id();
        store.commit(Commit.of(NegotiationChange.opened(agreed))
                .withAgreements(List.of(Fixtures.agreement(agreed, "25.50")))
                .withMessages(List.of(Fixtures.inbound("in", id)), List.of(Fixtures.outbound("out", id)))
                .named(Fixtures.step("step")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSoundDatabaseHasNoFindings() {
        assertEquals(new Examination(1, 1, 2, "wal", 2, List.of()), store.examine());
        assertFalse(store.examine().isDamaged());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE parley_campaigns SET budget = '1'                     | campaign spring",
                "UPDATE parley_agreements SET cpm = '1'                       | campaign spring",
                "UPDATE parley_negotiations SET round_count = 5               | negotiation n-1",
                "UPDATE parley_negotiations SET active = 1                    | negotiation n-1",
                "UPDATE parley_negotiations SET latest_history = '[]'          | negotiation n-1",
                "UPDATE parley_inbound_messages SET content = '{}'            | inbound_message in",
                "UPDATE parley_outbound_messages SET owed_since = '2020'      | outbound_message out",
                "UPDATE parley_outbound_messages SET content = '{}'           | outbound_message out",
                "UPDATE parley_deliveries SET problem = 'x'                   | delivery out",
                "UPDATE parley_deliveries SET open = 0                        | delivery out",
                "UPDATE parley_deliveries SET due_at = NULL                   | delivery out",
                "UPDATE parley_deliveries SET negotiation = 7                 | delivery out",
                "DELETE FROM parley_deliveries                                | delivery out",
                "UPDATE parley_steps SET fingerprint = 'x'                    | step step",
                "UPDATE parley_steps SET revision = 2                         | step step",
                "UPDATE parley_negotiations SET context_checksum = 1           | negotiation n-1",
            })
    void damageIsNamed(String damage, String subject) throws Exception {
        try (Sql shell = Sql.on(directory.resolve("parley.db"))) {
            assertTrue(shell.run(damage) > 0, "the damage must hit a row");
        }

        Examination examination = store.examine();

        assertTrue(examination.isDamaged());
        assertEquals(
                List.of(subject),
                examination.findings().stream().map(Finding::subject).toList());
    }

    @Test
    void eachDamagedMessageIsNamedEvenOfADamagedNegotiation() throws Exception {
        Owing.open(store, "n-2", "a", "b", "c");
        try (Sql shell = Sql.on(directory.resolve("parley.db"))) {
            shell.run("UPDATE parley_negotiations SET round_count = 5 WHERE negotiation_id = 'n-2'");
            shell.run("UPDATE parley_outbound_messages SET content = '{}' WHERE message_id IN ('a', 'c')");
        }

        Examination examination = store.examine();

        assertEquals(
                List.of("negotiation n-2", "outbound_message a", "outbound_message c"),
                examination.findings().stream().map(Finding::subject).toList());
        assertEquals(3, examination.messages(), "in, out and b");
    }

    @Test
    void eachOfManyDamagedStepsIsNamed() throws Exception {
        int steps = 1100;
        try (Sql shell = Sql.on(directory.resolve("parley.db"))) {
            shell.run(
                    "INSERT INTO parley_steps WITH RECURSIVE i (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM i LIMIT "
                            + steps
                            + ") SELECT i + 1, negotiation, 'copy ' || i, fingerprint, revision, state, at, checksum"
                            + " FROM parley_steps, i");
        }

        assertEquals(steps, store.examine().findings().size());
    }

    @Test
    void aRowWithoutItsNegotiationIsNamed() throws Exception {
        store.commit(Commit.of(NegotiationChange.opened(Fixtures.negotiation("n-2")
                .on(List.of(Stock.heldAndReleased()), Fixtures.OPENED_AT, null)
                .snapshot())));
        try (Sql shell = Sql.on(directory.resolve("parley.db"))) {
            shell.run("PRAGMA foreign_keys = OFF");
            shell.run("DELETE FROM parley_negotiations");
        }

        List<String> subjects =
                store.examine().findings().stream().map(Finding::subject).toList();

        assertTrue(subjects.contains("parley_history_blocks row 1"), subjects.toString());
        assertTrue(subjects.contains("parley_inbound_messages row 1"), subjects.toString());
        assertTrue(subjects.contains("parley_outbound_messages row 1"), subjects.toString());
    }

    @Test
    void whatAHumanMayWantToKnowIsNoDamage() {
        NegotiationSnapshot without =
                Fixtures.negotiation("n-2", NegotiationState.AGREED).snapshot();
        store.commit(Commit.of(NegotiationChange.opened(without)));
        store.delete(new NegotiationId("n-1"), 1);
        store.commit(
                Commit.of(NegotiationChange.opened(Fixtures.negotiation("n-1").snapshot())));

        Examination examination = store.examine();

        assertFalse(examination.isDamaged());
        assertEquals(
                List.of("negotiation n-1", "database"),
                examination.findings().stream().map(Finding::subject).toList());
        assertTrue(examination.findings().stream().allMatch(finding -> finding.severity() == Severity.NOTICE));
    }
}
