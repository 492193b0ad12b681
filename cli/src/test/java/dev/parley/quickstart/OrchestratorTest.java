package dev.parley.quickstart;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.domain.attributes.AttributeKey;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrchestratorTest {
    private static final ThreadId THREAD = new ThreadId("thread-1");
    private static final NegotiationId ID = new NegotiationId("jane-spring");
    private static final Decision DECISION = new Decision(new BigDecimal("27.50"), "How about 27.50?");

    private final Mailer mailer = mock(Mailer.class);

    @TempDir
    Path directory;

    private static Negotiations withAnOfferOut(NegotiationStore store) {
        Negotiations negotiations = new Negotiations(store, InstantSource.system());
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        Stored<Negotiation> opened = negotiations.open(ID, Fixtures.CAMPAIGN, THREAD, Attributes.empty());
        negotiations.advance(Step.on(opened, SEND_OFFER));
        return negotiations;
    }

    @Test
    void aCounterIsRecordedAndThenSent() {
        try (NegotiationStore store = new InMemoryNegotiationStore()) {
            Negotiations negotiations = withAnOfferOut(store);

            new Orchestrator(store, (negotiation, limits, reply) -> DECISION, mailer).onReply(THREAD, "30!");

            Negotiation after = negotiations.find(ID).orElseThrow().value();
            assertEquals(NegotiationState.COUNTER_SENT, after.state());
            assertEquals(
                    DECISION.cpm(),
                    after.context().get(AttributeKey.decimal("next_cpm")).orElseThrow());
            verify(mailer).send(THREAD, "How about 27.50?");
        }
    }

    @Test
    void nothingIsSentWhenTheStoreFails() throws Exception {
        Path file = directory.resolve("parley.db");
        Options impatient = Options.defaults().busyTimeout(Duration.ofMillis(20));
        try (NegotiationStore store = SqliteNegotiationStore.open(file, impatient);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            withAnOfferOut(store);
            statement.execute("BEGIN IMMEDIATE");
            Orchestrator orchestrator = new Orchestrator(store, (negotiation, limits, reply) -> DECISION, mailer);

            assertThrows(StoreBusyException.class, () -> orchestrator.onReply(THREAD, "30!"));

            verify(mailer, never()).send(any(), any());
        }
    }

    @Test
    void nothingIsSentWhenAHumanPausedMeanwhile() {
        try (NegotiationStore store = new InMemoryNegotiationStore()) {
            Negotiations negotiations = withAnOfferOut(store);
            Orchestrator orchestrator = new Orchestrator(
                    store,
                    (negotiation, limits, reply) -> {
                        negotiations.pause(ID, "let me look at this");
                        return DECISION;
                    },
                    mailer);

            assertThrows(StaleRevisionException.class, () -> orchestrator.onReply(THREAD, "30!"));

            verify(mailer, never()).send(any(), any());
        }
    }

    @Test
    void aMailerThatFailsLeavesTheStepRecorded() {
        doThrow(new IllegalStateException("no network")).when(mailer).send(any(), any());
        try (NegotiationStore store = new InMemoryNegotiationStore()) {
            Negotiations negotiations = withAnOfferOut(store);
            Orchestrator orchestrator = new Orchestrator(store, (negotiation, limits, reply) -> DECISION, mailer);

            assertThrows(IllegalStateException.class, () -> orchestrator.onReply(THREAD, "30!"));

            assertEquals(
                    NegotiationState.COUNTER_SENT,
                    negotiations.find(ID).orElseThrow().value().state());
        }
    }
}
