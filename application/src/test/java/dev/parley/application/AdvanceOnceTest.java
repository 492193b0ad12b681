package dev.parley.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.IllegalTransitionException;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.StepConflictException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.SettableClock;
import dev.parley.testkit.fault.FailingStore;
import dev.parley.testkit.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step with a name is committed once, however often it is asked for. */
class AdvanceOnceTest {
    private static final NegotiationId ID = new NegotiationId("n-1");
    private static final MessageId MAIL = new MessageId("<reply@them>");
    private static final IdempotencyKey KEY = new IdempotencyKey(MAIL.value());

    private final List<String> calls = new ArrayList<>();
    private final FailingStore failing = new FailingStore(new InMemoryNegotiationStore());
    private final NegotiationStore store = Around.store(failing, (method, arguments, call) -> {
        calls.add(method);
        return call.proceed();
    });
    private final SettableClock clock = new SettableClock();
    private final Negotiations negotiations = new Negotiations(store, clock);

    @BeforeEach
    void openAndOffer() {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        negotiations.open(ID, Fixtures.CAMPAIGN, Attributes.empty());
        negotiations.advance(Step.on(latest(), NegotiationEvent.SEND_OFFER));
        clock.advance(Duration.ofHours(1));
        calls.clear();
    }

    private Stored<Negotiation> latest() {
        return negotiations.find(ID).orElseThrow();
    }

    private Step reply(Stored<Negotiation> decidedOn) {
        return Step.on(decidedOn, NegotiationEvent.RECEIVE_REPLY)
                .handles(MAIL, clock.instant(), Attributes.of(Map.of("text", "27.50?")));
    }

    @Test
    void theFirstTimeTheOutcomeIsWhatTheNegotiationHasBecome() {
        Advanced first = negotiations.advance(reply(latest()));

        assertEquals(new Advanced(latest(), 3, NegotiationState.COUNTER_RECEIVED, clock.instant(), false), first);
    }

    @Test
    void aStepWithoutANameSaysTheSame() {
        Advanced paused = negotiations.advance(Step.on(latest(), NegotiationEvent.PAUSE));

        assertEquals(new Advanced(latest(), 3, NegotiationState.PAUSED, clock.instant(), false), paused);
    }

    @Test
    void aRepetitionChangesNothingAndGivesTheRecordedOutcome() {
        Step step = reply(latest());
        Advanced first = negotiations.advance(step);
        clock.advance(Duration.ofHours(1));

        Advanced again = negotiations.advance(step);

        assertTrue(again.repeated());
        assertEquals(first.negotiation(), again.negotiation());
        assertEquals(first.revision(), again.revision());
        assertEquals(first.state(), again.state());
        assertEquals(first.at(), again.at());
    }

    @Test
    void aRepetitionIsRecognisedWhereTheStepIsNoLongerLegal() {
        Advanced first = negotiations.advance(reply(latest()));
        negotiations.advance(Step.on(first.negotiation(), NegotiationEvent.SEND_COUNTER));
        Stored<Negotiation> stopped = negotiations.stop(ID, null);
        assertThrows(
                IllegalTransitionException.class,
                () -> negotiations.advance(Step.on(stopped, NegotiationEvent.RECEIVE_REPLY)),
                "the events alone are not legal any more");

        Advanced again = negotiations.advance(reply(stopped));

        assertEquals(new Advanced(stopped, 3, NegotiationState.COUNTER_RECEIVED, first.at(), true), again);
        assertEquals(stopped, latest());
    }

    @Test
    void aRepetitionOfAnAgreementIsNoConflict() {
        Stored<Negotiation> offered = latest();
        Step agreed = reply(offered).agreeing(AgreedTerms.at(Fixtures.cpm("25.50")));
        Step deal = new Step(
                offered,
                List.of(NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.ACCEPT),
                agreed.remove(),
                agreed.put(),
                null,
                agreed.agreement(),
                agreed.handled(),
                List.of(),
                null,
                null);
        Advanced first = negotiations.advance(deal);

        assertEquals(
                new Advanced(first.negotiation(), 3, NegotiationState.AGREED, first.at(), true),
                negotiations.advance(deal));
    }

    @Test
    void aRepetitionOfADeadlineIsRecognisedWhereNoReplyIsWaitedFor() {
        Step extended =
                Step.on(latest()).replyDue(clock.instant().plusSeconds(60)).named(KEY);
        Advanced first = negotiations.advance(extended);
        Stored<Negotiation> stopped = negotiations.stop(ID, null);

        Step again = Step.on(stopped).replyDue(extended.replyDueAt()).named(KEY);

        assertThrows(
                InvalidValueException.class, () -> negotiations.advance(again.named(new IdempotencyKey("another"))));
        assertEquals(
                new Advanced(stopped, 3, NegotiationState.AWAITING_REPLY, first.at(), true),
                negotiations.advance(again));
    }

    @Test
    void otherContentUnderTheNameIsAConflictThatSaysWhatWasRecorded() {
        Advanced first = negotiations.advance(reply(latest()));
        Stored<Negotiation> stopped = negotiations.stop(ID, null);

        List<Step> others = List.of(
                reply(first.negotiation()).because("another reason"),
                reply(stopped).put("another", "value"),
                Step.on(stopped).put("another", "step").named(KEY));
        for (Step other : others) {
            StepConflictException conflict =
                    assertThrows(StepConflictException.class, () -> negotiations.advance(other));
            assertEquals(3, conflict.recorded().revision());
        }
        assertEquals(stopped, latest());
    }

    @Test
    void whatWasNeverCommittedIsRefusedAsItIs() {
        Stored<Negotiation> read = latest();
        Stored<Negotiation> paused = negotiations.pause(ID, null);

        assertThrows(StaleRevisionException.class, () -> negotiations.advance(reply(read)));
        assertThrows(IllegalTransitionException.class, () -> negotiations.advance(reply(paused)));
        assertThrows(
                NegotiationNotFoundException.class,
                () -> negotiations.advance(
                        reply(new Stored<>(Fixtures.negotiation("unknown", NegotiationState.AWAITING_REPLY), 1))));
    }

    @Test
    void anAgreementConflictIsRefusedAsItIs() {
        negotiations.advance(Step.on(latest(), NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.ACCEPT)
                .agreeing(AgreedTerms.at(Fixtures.cpm("25.50"))));
        negotiations.delete(latest());
        negotiations.open(ID, Fixtures.CAMPAIGN, Attributes.empty());

        assertThrows(
                AgreementConflictException.class,
                () -> negotiations.advance(Step.on(
                                latest(),
                                NegotiationEvent.SEND_OFFER,
                                NegotiationEvent.RECEIVE_REPLY,
                                NegotiationEvent.ACCEPT)
                        .agreeing(AgreedTerms.at(Fixtures.cpm("26.50")))
                        .named(KEY)));
    }

    @Test
    void aDecisionForAnyRevisionIsMadeOnceToo() {
        Advanced first = negotiations.advance(ID, this::reply);
        negotiations.advance(ID, stored -> Step.on(stored, NegotiationEvent.STOP));

        Advanced again = negotiations.advance(ID, this::reply);

        assertFalse(first.repeated());
        assertEquals(new Advanced(latest(), 3, NegotiationState.COUNTER_RECEIVED, first.at(), true), again);
    }

    @Test
    void aStepThatGoesThroughReadsNothing() {
        Step step = reply(latest());
        calls.clear();

        negotiations.advance(step);

        assertEquals(List.of("commit"), calls);
    }

    @Test
    void anUnknownOutcomeIsSettledByAskingAgain() {
        for (Fault fault : List.of(Fault.UNKNOWN_AND_DONE, Fault.UNKNOWN_AND_NOT_DONE)) {
            Step step = Step.on(latest()).put("turn", fault.name()).named(new IdempotencyKey(fault.name()));
            failing.failNext(1, fault);
            assertThrows(StoreFailureException.class, () -> negotiations.advance(step));

            Advanced settled = negotiations.advance(step);

            assertEquals(fault == Fault.UNKNOWN_AND_DONE, settled.repeated());
            assertEquals(step.decidedOn().revision() + 1, settled.revision());
            assertEquals(settled.negotiation(), latest(), "it was taken once");
        }
    }

    @Test
    void aMailThatWasHandledIsRecognisedBeforeAModelIsAsked() {
        assertEquals(Optional.empty(), negotiations.findStep(ID, KEY));

        Advanced first = negotiations.advance(reply(latest()));

        RecordedStep recorded = negotiations.findStep(ID, KEY).orElseThrow();
        assertEquals(first.revision(), recorded.revision());
        assertEquals(first.state(), recorded.state());
        assertEquals(first.at(), recorded.at());
        assertEquals(Optional.empty(), negotiations.findStep(new NegotiationId("another"), KEY));
    }

    @Test
    void aRepetitionOfAStepWhoseNegotiationWasDeletedFindsNothing() {
        Step step = reply(latest());
        negotiations.advance(step);
        negotiations.delete(latest());

        assertThrows(NegotiationNotFoundException.class, () -> negotiations.advance(step));
    }
}
