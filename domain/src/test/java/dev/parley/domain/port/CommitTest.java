package dev.parley.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitTest {
    private static final NegotiationChange AGREED =
            NegotiationChange.opened(Examples.agreed(Examples.NEGOTIATION).snapshot());
    private static final CampaignSnapshot CAMPAIGN = CampaignSnapshot.fresh(Examples.campaign(Examples.CAMPAIGN), 3);
    private static final CpmAgreement AGREEMENT = Examples.agreement("n-1", "25.50");
    private static final InboundMessage REPLY =
            new InboundMessage(new MessageId("in"), Examples.NEGOTIATION, Examples.NOON, Examples.CONTEXT);
    private static final OutboundMessage THANKS =
            new OutboundMessage(new MessageId("out"), Examples.NEGOTIATION, Examples.NOON, Examples.CONTEXT);
    private static final DeliveryChange SENT =
            DeliveryChange.of(OwedMessage.of(THANKS), OwedMessage.of(THANKS).sent(Examples.LATER, Receipt.plain()));
    private static final NamedStep STEP = Examples.step("step");

    @Test
    void aCommitOfOneChangeHoldsNothingElse() {
        assertEquals(
                new Commit(List.of(), List.of(AGREED), List.of(), List.of(), List.of(), List.of(), null),
                Commit.of(AGREED));
    }

    @Test
    void aCommitOfOneCampaignHoldsNothingElse() {
        assertEquals(
                new Commit(List.of(CAMPAIGN), List.of(), List.of(), List.of(), List.of(), List.of(), null),
                Commit.of(CAMPAIGN));
    }

    @Test
    void aCommitOfOneDeliveryHoldsNothingElse() {
        assertEquals(
                new Commit(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(SENT), null),
                Commit.of(SENT));
    }

    @Test
    void anImportHoldsCampaignsAndChanges() {
        assertEquals(
                new Commit(List.of(CAMPAIGN), List.of(AGREED), List.of(), List.of(), List.of(), List.of(), null),
                Commit.of(List.of(CAMPAIGN), List.of(AGREED)));
    }

    @Test
    void eachPartIsAddedToTheOthers() {
        Commit whole = new Commit(
                List.of(CAMPAIGN),
                List.of(AGREED),
                List.of(AGREEMENT),
                List.of(REPLY),
                List.of(THANKS),
                List.of(SENT),
                STEP);
        Commit base = Commit.of(List.of(CAMPAIGN), List.of(AGREED));

        assertEquals(
                whole,
                base.withAgreements(List.of(AGREEMENT))
                        .withMessages(List.of(REPLY), List.of(THANKS))
                        .withDeliveries(List.of(SENT))
                        .named(STEP));
        assertEquals(
                whole,
                base.named(STEP)
                        .withDeliveries(List.of(SENT))
                        .withMessages(List.of(REPLY), List.of(THANKS))
                        .withAgreements(List.of(AGREEMENT)));
        assertEquals(
                base.withMessages(List.of(REPLY), List.of(THANKS))
                        .withAgreements(List.of(AGREEMENT))
                        .withDeliveries(List.of(SENT)),
                whole.named(null));
    }

    @Test
    void itKnowsWhetherItBooksTheAgreementOfANegotiation() {
        Commit booking = Commit.of(AGREED).withAgreements(List.of(AGREEMENT));

        assertTrue(booking.books(Examples.NEGOTIATION));
        assertFalse(booking.books(new NegotiationId("n-2")));
        assertFalse(Commit.of(AGREED).books(Examples.NEGOTIATION));
    }

    @Test
    void itsPartsAreCopiedAndCannotBeChanged() {
        List<NegotiationChange> changes = new ArrayList<>(List.of(AGREED));
        List<OutboundMessage> owed = new ArrayList<>(List.of(THANKS));
        List<DeliveryChange> deliveries = new ArrayList<>(List.of(SENT));
        Commit commit = new Commit(List.of(), changes, List.of(), List.of(), owed, deliveries, null);

        changes.clear();
        owed.clear();
        deliveries.clear();

        assertEquals(List.of(AGREED), commit.changes());
        assertEquals(List.of(THANKS), commit.owed());
        assertEquals(List.of(SENT), commit.deliveries());
        List<NegotiationChange> kept = commit.changes();
        assertThrows(UnsupportedOperationException.class, kept::clear);
    }

    @Test
    void severalNegotiationsMayChangeTogether() {
        NegotiationChange other = NegotiationChange.opened(
                Examples.agreed(new NegotiationId("n-2")).snapshot());

        Commit both = Commit.of(List.of(), List.of(AGREED, other))
                .withAgreements(List.of(AGREEMENT, Examples.agreement("n-2", "25.50")));

        assertEquals(List.of(AGREED, other), both.changes());
        assertTrue(both.books(new NegotiationId("n-2")));
    }
}
