package dev.parley.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.IllegalTransitionException;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.ThreadAlreadyBoundException;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NegotiationsTest {
    private static final NegotiationId ID = new NegotiationId("n-1");
    private static final ThreadId THREAD = new ThreadId("t-1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Attributes CONTEXT = Attributes.of(Map.of("next_cpm", new BigDecimal("25.50")));

    private final NegotiationStore store = new InMemoryNegotiationStore();
    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    private final Negotiations negotiations = new Negotiations(store, clock::get);

    @BeforeEach
    void registerTheCampaign() {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
    }

    private Stored<Negotiation> open() {
        return negotiations.open(ID, Fixtures.CAMPAIGN, CONTEXT);
    }

    private Stored<Negotiation> awaitingOurMove() {
        return negotiations
                .advance(Step.on(open(), NegotiationEvent.SEND_OFFER, NegotiationEvent.RECEIVE_REPLY))
                .negotiation();
    }

    @Test
    void anOpenedNegotiationIsFoundAsItWasReturned() {
        Stored<Negotiation> opened = open();

        assertEquals(1, opened.revision());
        assertEquals(opened, negotiations.find(ID).orElseThrow());
        assertEquals(NOON, opened.value().snapshot().createdAt());
    }

    @Test
    void openingTwiceOrForAnUnknownCampaignIsRefused() {
        open();
        assertThrows(NegotiationAlreadyExistsException.class, this::open);
        assertThrows(
                CampaignNotFoundException.class,
                () -> negotiations.open(new NegotiationId("n-2"), new CampaignId("unknown"), CONTEXT));
    }

    @Test
    void timesAreCutToTheMicrosecond() {
        clock.set(Instant.parse("2026-03-01T12:00:00.123456789Z"));
        Stored<Negotiation> opened = open();

        assertEquals(NOON, opened.value().snapshot().createdAt());
        assertEquals(opened, negotiations.find(ID).orElseThrow());
    }

    @Test
    void aStepChangesStateContextAndHistoryAtOnce() {
        Stored<Negotiation> opened = open();
        clock.set(NOON.plusSeconds(60));

        Stored<Negotiation> replied = negotiations
                .advance(Step.on(opened, NegotiationEvent.SEND_OFFER, NegotiationEvent.RECEIVE_REPLY)
                        .because("they answered")
                        .changing(Set.of("next_cpm"), Attributes.of(Map.of("asked", "27.50"))))
                .negotiation();

        assertEquals(replied, negotiations.find(ID).orElseThrow());
        assertEquals(2, replied.revision());
        assertEquals(NegotiationState.COUNTER_RECEIVED, replied.value().state());
        assertEquals(Attributes.of(Map.of("asked", "27.50")), replied.value().context());
        assertEquals(2, replied.value().history().size());
        assertEquals("they answered", replied.value().history().get(1).cause());
        assertEquals(NOON.plusSeconds(60), replied.value().history().get(1).at());
        assertEquals(NOON.plusSeconds(60), replied.value().snapshot().updatedAt());
        assertEquals(NOON, replied.value().snapshot().createdAt());
    }

    @Test
    void anIllegalEventInAStepLeavesNothingOfTheStep() {
        Stored<Negotiation> opened = open();

        IllegalTransitionException refused = assertThrows(
                IllegalTransitionException.class,
                () -> negotiations.advance(Step.on(opened, NegotiationEvent.SEND_OFFER, NegotiationEvent.ACCEPT)
                        .put("x", "y")));

        assertTrue(refused.getMessage().contains(ID.value()), refused.getMessage());
        assertEquals(opened, negotiations.find(ID).orElseThrow());
    }

    @Test
    void aDecisionOnAnOldRevisionIsRefused() {
        Stored<Negotiation> opened = open();
        Stored<Negotiation> paused = negotiations.pause(ID, "a human stepped in");

        assertThrows(
                StaleRevisionException.class, () -> negotiations.advance(Step.on(opened, NegotiationEvent.SEND_OFFER)));
        assertEquals(paused, negotiations.find(ID).orElseThrow());
    }

    @Test
    void aDecisionThatHoldsForAnyRevisionIsMadeAnewWhenSomebodyWasFaster() {
        open();
        AtomicReference<Boolean> interfered = new AtomicReference<>(false);

        Advanced stopped = negotiations.advance(ID, stored -> {
            if (!interfered.getAndSet(true)) {
                negotiations.advance(Step.on(stored, NegotiationEvent.SEND_OFFER));
            }
            return Step.on(stored, NegotiationEvent.STOP);
        });
        Stored<Negotiation> after = stopped.negotiation();

        assertEquals(NegotiationState.STOPPED, after.value().state());
        assertEquals(3, after.revision());
        assertEquals(
                NegotiationState.AWAITING_REPLY,
                after.value().history().get(1).transition().from());
    }

    @Test
    void aRivalThatIsAlwaysFasterIsNotWaitedForForever() {
        open();

        assertThrows(
                StaleRevisionException.class,
                () -> negotiations.advance(ID, stored -> {
                    negotiations.advance(Step.on(stored).put("turn", String.valueOf(stored.revision())));
                    return Step.on(stored, NegotiationEvent.STOP);
                }));
        assertEquals(
                NegotiationState.INITIAL_OFFER,
                negotiations.find(ID).orElseThrow().value().state());
    }

    @Test
    void pauseResumeAndStopAreOneCallEach() {
        negotiations.advance(Step.on(open(), NegotiationEvent.SEND_OFFER));

        Stored<Negotiation> paused = negotiations.pause(ID, "holiday");
        assertEquals(NegotiationState.PAUSED, paused.value().state());
        assertEquals(
                NegotiationState.AWAITING_REPLY, paused.value().prePauseState().orElseThrow());
        assertEquals("holiday", paused.value().history().get(1).cause());
        assertEquals(
                NegotiationState.AWAITING_REPLY,
                negotiations.resume(ID, null).value().state());
        assertEquals(
                NegotiationState.STOPPED, negotiations.stop(ID, null).value().state());
        assertThrows(IllegalTransitionException.class, () -> negotiations.pause(ID, null));
        assertThrows(NegotiationNotFoundException.class, () -> negotiations.stop(new NegotiationId("unknown"), null));
    }

    @Test
    void aReplyThatAcceptsIsOneStepThatBooksTheAgreement() {
        Stored<Negotiation> offered = negotiations
                .advance(Step.on(open(), NegotiationEvent.SEND_OFFER))
                .negotiation();

        Stored<Negotiation> agreed = negotiations
                .advance(Step.on(offered, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.ACCEPT)
                        .agreeing(new AgreedTerms(Fixtures.cpm("24.50"), null, 120_000L)))
                .negotiation();

        assertEquals(NegotiationState.AGREED, agreed.value().state());
        assertEquals(
                List.of(CpmAgreement.negotiated(Fixtures.CAMPAIGN, ID, Fixtures.cpm("24.50"), null, 120_000L)),
                store.findCampaign(Fixtures.CAMPAIGN).orElseThrow().tracker().agreements());
        assertEquals(0, store.backlog(NOON).agreedWithoutAgreement());
    }

    @Test
    void anAgreementBelongsToAStepIntoAgreedAlone() {
        Stored<Negotiation> ourMove = awaitingOurMove();

        assertThrows(
                InvalidValueException.class,
                () -> negotiations.advance(Step.on(ourMove, NegotiationEvent.SEND_COUNTER)
                        .agreeing(AgreedTerms.at(Fixtures.cpm("24.50")))));
        assertEquals(ourMove, negotiations.find(ID).orElseThrow());
    }

    @Test
    void messagesOfAStepAreKept() {
        MessageId offer = new MessageId("<offer@us>");
        MessageId answer = new MessageId("<reply@them>");
        Attributes text = Attributes.of(Map.of("text", "How about 25.50?"));
        Stored<Negotiation> offered = negotiations
                .advance(Step.on(open(), NegotiationEvent.SEND_OFFER).owes(offer, text))
                .negotiation();
        negotiations.advance(Step.on(offered, NegotiationEvent.RECEIVE_REPLY)
                .handles(answer, NOON.plusSeconds(5), Attributes.empty()));

        assertEquals(List.of(OwedMessage.of(new OutboundMessage(offer, ID, NOON, text))), store.owedBy(ID));
        assertEquals(
                List.of(new InboundMessage(answer, ID, NOON.plusSeconds(5), Attributes.empty())), store.handledBy(ID));
    }

    @Test
    void whatWasHandledByThoseThatEndedIsForgottenOnRequest() {
        for (int i = 0; i < 1_001; i++) {
            NegotiationId id = new NegotiationId("n-" + i);
            MessageId answer = new MessageId("reply " + i);
            Stored<Negotiation> opened = negotiations.open(id, Fixtures.CAMPAIGN, CONTEXT);
            negotiations.advance(Step.on(opened, NegotiationEvent.STOP).handles(answer, NOON, CONTEXT));
        }

        assertEquals(0, negotiations.forgetHandled(NOON));
        assertEquals(1_001, negotiations.forgetHandled(NOON.plusSeconds(1)), "however many there are");
        assertEquals(0, negotiations.forgetHandled(NOON.plusSeconds(1)), "nothing is left to forget");
    }

    @Test
    void anEmptyStepIsRefused() {
        assertThrows(InvalidValueException.class, () -> negotiations.advance(Step.on(open())));
    }

    @Test
    void aThreadIsBoundOnceAndFindsItsNegotiation() {
        open();
        Stored<Negotiation> bound = negotiations.bind(ID, THREAD);

        assertEquals(2, bound.revision());
        assertEquals(bound, negotiations.findByThread(THREAD).orElseThrow());
        assertEquals(bound, negotiations.bind(ID, THREAD), "binding again changes nothing");
        assertThrows(ThreadAlreadyBoundException.class, () -> negotiations.bind(ID, new ThreadId("t-2")));

        negotiations.open(new NegotiationId("n-2"), Fixtures.CAMPAIGN, CONTEXT);
        assertThrows(ThreadTakenException.class, () -> negotiations.bind(new NegotiationId("n-2"), THREAD));
        assertThrows(
                ThreadTakenException.class,
                () -> negotiations.open(new NegotiationId("n-3"), Fixtures.CAMPAIGN, THREAD, CONTEXT));
    }

    @Test
    void deletingTakesTheRevisionThatWasRead() {
        Stored<Negotiation> opened = open();
        Stored<Negotiation> paused = negotiations.pause(ID, null);

        assertThrows(StaleRevisionException.class, () -> negotiations.delete(opened));
        negotiations.delete(paused);
        assertTrue(negotiations.find(ID).isEmpty());
    }

    @Test
    void listingGoesPageByPage() {
        for (int i = 0; i < 5; i++) {
            negotiations.open(new NegotiationId("n-" + i), Fixtures.CAMPAIGN, CONTEXT);
        }
        negotiations.stop(new NegotiationId("n-1"), null);

        var first = negotiations.list(NegotiationFilter.active(), PageRequest.first(3));
        var second = negotiations.list(
                NegotiationFilter.active(),
                PageRequest.first(3).from(first.next().orElseThrow()));

        assertEquals(
                List.of("n-0", "n-2", "n-3"),
                first.rows().stream().map(row -> row.value().id().value()).toList());
        assertEquals("n-4", second.rows().get(0).value().id().value());
        assertTrue(second.next().isEmpty());
    }
}
