package dev.parley.testkit.contract.inbox;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StepConflictException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The name of a step is looked at before anything else. Whoever repeats a step, since its answer was lost, must not be
 * told that it is stale or that its message is known: that was its own doing.
 */
interface StepNameFirstContract extends StoreFactory {
    @TestFactory
    default Stream<DynamicTest> aKnownNameIsToldBeforeAnyOtherContradiction(NegotiationStore store) {
        Desk desk = new Desk(store);
        NamedStep name = Fixtures.step("step");
        NegotiationChange first = Steps.events(desk.open("n"), SEND_OFFER);
        store.commit(Commit.of(first).named(name));
        return contradictions(desk, Desk.after(first)).entrySet().stream()
                .map(contradiction -> dynamicTest(contradiction.getKey(), () -> {
                    Picture before = Picture.of(store);
                    Commit commit = contradiction.getValue();
                    DuplicateStepException known = assertThrows(
                            DuplicateStepException.class,
                            () -> store.commit(commit.named(name)),
                            "a repeated step is told that it is known, not that it has " + contradiction.getKey());
                    assertEquals(2, known.recorded().revision(), "and what came of it");
                    NamedStep other = new NamedStep(new IdempotencyKey("step"), "other content");
                    assertThrows(
                            StepConflictException.class,
                            () -> store.commit(commit.named(other)),
                            "another step of its name is told so, not that it has " + contradiction.getKey());
                    Exactly.equal(before, Picture.of(store), "and nothing of it is written");
                }));
    }

    /** Commits that a store refuses for one reason each, all of one negotiation. */
    private static Map<String, Commit> contradictions(Desk desk, Stored<NegotiationSnapshot> now) {
        Dispatch dispatch = new Dispatch(desk.store());
        NegotiationChange fine = Steps.context(now, "step", 2);
        OwedMessage sending = dispatch.sending("other", "known");
        OwedMessage sent = dispatch.commit(sending, sending.sent(Dispatch.at(1), Receipt.plain()));
        OwedMessage unknown = Dispatch.owed(now.value().id(), "unknown", Dispatch.at(0));
        desk.openOn("taken", "holder");
        CampaignSnapshot conflicting =
                CampaignSnapshot.fresh(Fixtures.campaign(Fixtures.CAMPAIGN).campaign(), 99);
        OutboundMessage known = Fixtures.outbound("known", fine.id());
        NegotiationSnapshot homeless =
                Fixtures.negotiation("n", new CampaignId("unknown"), null).snapshot();
        Map<String, Commit> contradictions = new LinkedHashMap<>();
        contradictions.put("nothing wrong", Commit.of(fine));
        contradictions.put("a revision that is stale", Commit.of(new NegotiationChange(now.value(), 1, 0)));
        contradictions.put("a revision from the future", Commit.of(new NegotiationChange(now.value(), 99, 0)));
        contradictions.put("an id that is stored", Commit.of(NegotiationChange.opened(now.value())));
        contradictions.put("a campaign that is not known", Commit.of(NegotiationChange.opened(homeless)));
        contradictions.put("a campaign of other content", Commit.of(List.of(conflicting), List.of(fine)));
        contradictions.put("a thread that is taken", Commit.of(Steps.bound(now, "taken")));
        contradictions.put("a message that is known", Commit.of(fine).withMessages(List.of(), List.of(known)));
        contradictions.put(
                "a message that is not owed",
                Commit.of(fine).withDeliveries(List.of(DeliveryChange.of(unknown, unknown.givenUp(Dispatch.at(1))))));
        contradictions.put(
                "a delivery that is stale", Commit.of(fine).withDeliveries(List.of(DeliveryChange.of(sending, sent))));
        return contradictions;
    }
}
