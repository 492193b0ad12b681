package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.IdempotencyKey;
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
                .withKey(new IdempotencyKey("step")));
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
                "UPDATE parley_transitions SET cause = 'x' WHERE sequence = 1 | negotiation n-1",
                "UPDATE parley_inbound_messages SET content = '{}'            | message in",
                "UPDATE parley_outbound_messages SET owed_since = '2020'      | message out",
                "DELETE FROM parley_transitions WHERE sequence = 3            | negotiation n-1",
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
    void aRowWithoutItsNegotiationIsNamed() throws Exception {
        try (Sql shell = Sql.on(directory.resolve("parley.db"))) {
            shell.run("PRAGMA foreign_keys = OFF");
            shell.run("DELETE FROM parley_negotiations");
        }

        List<String> subjects =
                store.examine().findings().stream().map(Finding::subject).toList();

        assertTrue(subjects.contains("parley_transitions row 1"), subjects.toString());
        assertTrue(subjects.contains("parley_inbound_messages row 1"), subjects.toString());
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
