package dev.parley.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.value.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CommitRefusalTest {
    private static final NegotiationSnapshot AGREED_SNAPSHOT =
            Examples.agreed(Examples.NEGOTIATION).snapshot();
    private static final NegotiationChange AGREED = NegotiationChange.opened(AGREED_SNAPSHOT);
    private static final CampaignSnapshot CAMPAIGN = CampaignSnapshot.fresh(Examples.campaign(Examples.CAMPAIGN), 3);
    private static final CpmAgreement AGREEMENT = Examples.agreement("n-1", "25.50");
    private static final NegotiationId STRANGER = new NegotiationId("n-9");
    private static final String NOT_REACHED =
            "agreement: belongs to a step into agreed, and no such step is part of the commit";

    @Test
    void aNegotiationChangesOnceInACommit() {
        List<NegotiationChange> changes = List.of(AGREED, new NegotiationChange(AGREED_SNAPSHOT, 4, 1));

        assertRefused("changes: has n-1 twice in one commit", () -> Commit.of(List.of(), changes));
    }

    @Test
    void aCampaignIsRegisteredOnceInACommit() {
        List<CampaignSnapshot> campaigns = List.of(CAMPAIGN, CAMPAIGN);

        assertRefused("campaigns: has c-1 twice in one commit", () -> Commit.of(campaigns, List.of()));
    }

    @Test
    void aNegotiationBooksOneAgreement() {
        List<CpmAgreement> agreements = List.of(AGREEMENT, AGREEMENT);
        Commit commit = Commit.of(AGREED);

        assertRefused("agreements: has negotiation n-1 twice in one commit", () -> commit.withAgreements(agreements));
    }

    @Test
    void anAgreementNeedsTheStepThatReachesIt() {
        NegotiationChange opened = NegotiationChange.opened(Examples.opened().snapshot());
        NegotiationChange onlyTheContext = new NegotiationChange(AGREED_SNAPSHOT, 4, 0);
        NegotiationChange another =
                NegotiationChange.opened(Examples.agreed(STRANGER).snapshot());
        List<CpmAgreement> agreements = List.of(AGREEMENT);

        for (NegotiationChange change : List.of(opened, onlyTheContext, another)) {
            Commit commit = Commit.of(change);
            assertRefused(NOT_REACHED, () -> commit.withAgreements(agreements));
        }
    }

    @Test
    void anAgreementNeedsTheStepOfItsOwnCampaign() {
        List<CpmAgreement> agreements = List.of(
                CpmAgreement.negotiated(new CampaignId("c-2"), Examples.NEGOTIATION, Examples.cpm("25"), null, null));
        Commit commit = Commit.of(AGREED);

        assertRefused(NOT_REACHED, () -> commit.withAgreements(agreements));
    }

    @Test
    void anImportedAgreementComesWithItsCampaignAlone() {
        List<CpmAgreement> agreements = List.of(new CpmAgreement(
                Examples.CAMPAIGN, new CpmAgreement.Origin.Imported(0), Examples.cpm("25"), null, null));
        Commit commit = Commit.of(AGREED);

        assertRefused(NOT_REACHED, () -> commit.withAgreements(agreements));
    }

    @Test
    void everyMessageBelongsToAChangedNegotiation() {
        List<InboundMessage> inbound =
                List.of(new InboundMessage(new MessageId("m"), STRANGER, Examples.NOON, Examples.CONTEXT));
        List<OutboundMessage> outbound =
                List.of(new OutboundMessage(new MessageId("m"), STRANGER, Examples.NOON, Examples.CONTEXT));
        Commit commit = Commit.of(AGREED);

        assertRefused(
                "handled: has a message of negotiation n-9, which is not changed",
                () -> commit.withMessages(inbound, List.of()));
        assertRefused(
                "owed: has a message of negotiation n-9, which is not changed",
                () -> commit.withMessages(List.of(), outbound));
    }

    @Test
    void aMessageComesFurtherOnceInACommit() {
        OwedMessage owed = Examples.owed("m-1");
        OwedMessage sent = owed.sent(Examples.LATER, Receipt.plain());
        List<DeliveryChange> twice =
                List.of(DeliveryChange.of(owed, sent), DeliveryChange.of(owed, owed.givenUp(Examples.LATER)));
        Commit commit = Commit.of(AGREED);

        assertRefused("deliveries: has m-1 twice in one commit", () -> commit.withDeliveries(twice));
    }

    @Test
    void aNameIsThatOfAStepOfExactlyOneNegotiation() {
        String problem = "step: names one step, so the commit must change exactly one negotiation";
        NamedStep step = Examples.step("step");
        Commit none = Commit.of(CAMPAIGN);
        Commit two = Commit.of(
                List.of(),
                List.of(
                        AGREED,
                        NegotiationChange.opened(Examples.opened(STRANGER).snapshot())));

        assertRefused(problem, () -> none.named(step));
        assertRefused(problem, () -> two.named(step));
    }

    @Test
    void theRevisionIsNotNegative() {
        assertRefused(
                "revision: must be 0 for a new negotiation, or at least 1",
                () -> new NegotiationChange(AGREED_SNAPSHOT, -1, 3));
    }

    @Test
    void newEntriesArePartOfTheHistory() {
        String problem = "new_entries: must lie between 0 and the length of the history";

        assertRefused(problem, () -> new NegotiationChange(AGREED_SNAPSHOT, 1, -1));
        assertRefused(problem, () -> new NegotiationChange(AGREED_SNAPSHOT, 1, 4));
    }

    @Test
    void aHistoryDoesNotBecomeShorter() {
        Stored<NegotiationSnapshot> stored = new Stored<>(AGREED_SNAPSHOT, 3);
        NegotiationSnapshot shorter =
                Examples.after(NegotiationEvent.SEND_OFFER).snapshot();

        assertRefused(
                "history: does not continue the one that was read; only append to it",
                () -> NegotiationChange.changed(stored, shorter));
    }

    @Test
    void aNewNegotiationBringsItsWholeHistory() {
        assertRefused(
                "new_entries: must be the whole history of a new negotiation",
                () -> new NegotiationChange(AGREED_SNAPSHOT, 0, 2));
    }

    private static void assertRefused(String message, Executable attempt) {
        assertEquals(message, assertThrows(InvalidValueException.class, attempt).getMessage());
    }
}
