package dev.parley.quickstart;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.application.delivery.MessageSender;
import dev.parley.application.delivery.SendResult;
import dev.parley.domain.attributes.AttributeKey;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.postgresql.PostgresNegotiationStore;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.SettableClock;
import dev.parley.testkit.junit.StoreExtension;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** On any store: {@code -Dparley.store=sqlite} runs it on SQLite, {@code postgresql} on a server. */
class OrchestratorTest {
    @RegisterExtension
    static final StoreExtension STORES = StoreExtension.inMemory()
            .or("sqlite", directory -> SqliteNegotiationStore.open(directory.resolve("parley.db")))
            .or("postgresql", directory -> onAServer());

    private static final List<TestSchema> SCHEMAS = new ArrayList<>();

    private static final ThreadId THREAD = new ThreadId("thread-1");
    private static final NegotiationId ID = new NegotiationId("jane-spring");
    private static final MessageId REPLY = new MessageId("reply-1");
    private static final MessageId ANSWER = new MessageId("answer-to-reply-1");
    private static final Attributes EMAIL = Attributes.empty().with("text", "30!");
    private static final Decision DECISION =
            new Decision(new BigDecimal("27.50"), Attributes.empty().with("text", "How about 27.50?"));

    private final SettableClock clock = new SettableClock();
    private final MessageSender mailer = mock(MessageSender.class);
    private final Decision.Maker model = mock(Decision.Maker.class);

    @TempDir
    Path directory;

    private static NegotiationStore onAServer() throws SQLException {
        TestSchema schema = TestSchema.create();
        SCHEMAS.add(schema);
        // The server that the tests share does not wait for its disk.
        return PostgresNegotiationStore.open(
                schema.dataSource(), PostgresNegotiationStore.Options.defaults().durability(Durability.AS_CONFIGURED));
    }

    @AfterAll
    static void leaveNoSchema() throws SQLException {
        for (TestSchema schema : SCHEMAS) {
            schema.close();
        }
    }

    @BeforeEach
    void everybodyIsAtWork() throws Exception {
        when(mailer.send(any())).thenReturn(SendResult.sent(Receipt.plain()));
        when(model.decide(any(), any(), any())).thenReturn(DECISION);
    }

    private Negotiations withAnOfferOut(NegotiationStore store) {
        Negotiations negotiations = new Negotiations(store, clock);
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        Stored<Negotiation> opened = negotiations.open(ID, Fixtures.CAMPAIGN, THREAD, Attributes.empty());
        negotiations.advance(Step.on(opened, SEND_OFFER));
        return negotiations;
    }

    private void replyTo(Orchestrator orchestrator) {
        orchestrator.onReply(THREAD, REPLY, clock.instant(), EMAIL);
    }

    private static OwedMessage answer(NegotiationStore store) {
        return store.findOwed(ANSWER).orElseThrow();
    }

    @Test
    void aCounterIsRecordedAndThenSent(NegotiationStore store) throws Exception {
        Negotiations negotiations = withAnOfferOut(store);

        replyTo(new Orchestrator(store, clock, model, mailer));

        Negotiation after = negotiations.find(ID).orElseThrow().value();
        assertEquals(NegotiationState.COUNTER_SENT, after.state());
        assertEquals(
                DECISION.cpm(),
                after.context().get(AttributeKey.decimal("next_cpm")).orElseThrow());
        verify(mailer).send(any());
        assertEquals(DeliveryState.SENT, answer(store).delivery().state());
    }

    @Test
    void theSameEmailAgainIsAnsweredOnce(NegotiationStore store) throws Exception {
        withAnOfferOut(store);
        Orchestrator orchestrator = new Orchestrator(store, clock, model, mailer);

        replyTo(orchestrator);
        replyTo(orchestrator);

        verify(model, times(1)).decide(any(), any(), any());
        verify(mailer, times(1)).send(any());
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
            Orchestrator orchestrator = new Orchestrator(store, clock, model, mailer);

            assertThrows(StoreBusyException.class, () -> replyTo(orchestrator));

            verify(mailer, never()).send(any());
        }
    }

    @Test
    void nothingIsSentWhenAHumanPausedMeanwhile(NegotiationStore store) throws Exception {
        Negotiations negotiations = withAnOfferOut(store);
        when(model.decide(any(), any(), any())).thenAnswer(thinking -> {
            negotiations.pause(ID, "let me look at this");
            return DECISION;
        });

        assertThrows(StaleRevisionException.class, () -> replyTo(new Orchestrator(store, clock, model, mailer)));

        verify(mailer, never()).send(any());
    }

    @Test
    void whatAMailerThatIsDownDidNotSendIsStillOwedAndSentLater(NegotiationStore store) throws Exception {
        when(mailer.send(any())).thenReturn(SendResult.notSent("no network"), SendResult.sent(Receipt.plain()));
        withAnOfferOut(store);
        Orchestrator orchestrator = new Orchestrator(store, clock, model, mailer);

        replyTo(orchestrator);
        assertEquals(DeliveryState.PENDING, answer(store).delivery().state());

        clock.advance(Duration.ofMinutes(1));
        orchestrator.send();
        assertEquals(DeliveryState.SENT, answer(store).delivery().state());
    }
}
