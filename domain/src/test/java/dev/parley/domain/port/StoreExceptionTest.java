package dev.parley.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.parley.domain.Examples;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.negotiation.NegotiationState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each message names the thing and what to do about it, and the fields carry what a program needs. */
class StoreExceptionTest {
    private static final NegotiationId NEGOTIATION = new NegotiationId("n-1");
    private static final CampaignId CAMPAIGN = new CampaignId("c-1");
    private static final RecordedStep RECORDED =
            new RecordedStep(Examples.step("k-1"), 4, NegotiationState.AWAITING_REPLY, Examples.NOON);

    @Test
    void aStaleRevisionNamesBothRevisions() {
        StaleRevisionException refused = new StaleRevisionException(NEGOTIATION, 3, 5);

        assertEquals(
                "negotiation n-1 was decided on at revision 3 but stands at 5; read it again and decide anew",
                refused.getMessage());
        assertEquals(NEGOTIATION, refused.negotiationId());
        assertEquals(3, refused.decidedOn());
        assertEquals(5, refused.stored());
    }

    @Test
    void aMissingNegotiationIsNamed() {
        NegotiationNotFoundException refused = new NegotiationNotFoundException(NEGOTIATION);

        assertEquals("negotiation n-1 is not stored; open it first", refused.getMessage());
        assertEquals(NEGOTIATION, refused.negotiationId());
    }

    @Test
    void aNegotiationThatExistsIsNamed() {
        NegotiationAlreadyExistsException refused = new NegotiationAlreadyExistsException(NEGOTIATION);

        assertEquals("negotiation n-1 exists already; find it, or open one under another id", refused.getMessage());
        assertEquals(NEGOTIATION, refused.negotiationId());
    }

    @Test
    void aTakenThreadNamesItsHolder() {
        ThreadTakenException refused = new ThreadTakenException(new ThreadId("t-1"), NEGOTIATION);

        assertEquals("thread t-1 belongs to negotiation n-1; a thread carries one negotiation", refused.getMessage());
        assertEquals(new ThreadId("t-1"), refused.threadId());
        assertEquals(NEGOTIATION, refused.holder());
    }

    @Test
    void aMissingCampaignIsNamed() {
        CampaignNotFoundException refused = new CampaignNotFoundException(CAMPAIGN);

        assertEquals("campaign c-1 is not registered; register it first", refused.getMessage());
        assertEquals(CAMPAIGN, refused.campaignId());
    }

    @Test
    void aCampaignWithOtherContentIsNamed() {
        CampaignConflictException refused = new CampaignConflictException(CAMPAIGN);

        assertEquals(
                "campaign c-1 is registered with other content; register the change under another id",
                refused.getMessage());
        assertEquals(CAMPAIGN, refused.campaignId());
    }

    @Test
    void aDuplicateMessageIsNamed() {
        DuplicateMessageException refused = new DuplicateMessageException(new MessageId("m-1"));

        assertEquals("message m-1 is stored already; give every message an id of its own", refused.getMessage());
        assertEquals(new MessageId("m-1"), refused.messageId());
    }

    @Test
    void aStepThatWasCommittedAlreadyTellsWhatCameOfIt() {
        DuplicateStepException refused = new DuplicateStepException(NEGOTIATION, RECORDED);

        assertEquals(
                "negotiation n-1 has committed step k-1 already, as its revision 4; what it decided holds",
                refused.getMessage());
        assertEquals(NEGOTIATION, refused.negotiationId());
        assertEquals(RECORDED, refused.recorded());
    }

    @Test
    void aStepOfOtherContentTellsWhatCameOfTheFirst() {
        StepConflictException refused = new StepConflictException(NEGOTIATION, RECORDED);

        assertEquals(
                "negotiation n-1 has committed step k-1 with other content, as its revision 4; abide by what was"
                        + " decided then, or decide anew under another key",
                refused.getMessage());
        assertEquals(NEGOTIATION, refused.negotiationId());
        assertEquals(RECORDED, refused.recorded());
    }

    @Test
    void aMissingMessageIsNamed() {
        MessageNotFoundException refused = new MessageNotFoundException(new MessageId("m-1"));

        assertEquals(
                "no owed message m-1 is stored, or it was deleted with its negotiation; check the id",
                refused.getMessage());
        assertEquals(new MessageId("m-1"), refused.messageId());
    }

    @Test
    void aStaleDeliveryTellsHowFarTheMessageHasCome() {
        Delivery stored = Examples.owed("m-1").delivery();
        StaleDeliveryException refused = new StaleDeliveryException(new MessageId("m-1"), stored);

        assertEquals(
                "message m-1 has come further since it was read, it is pending; read it again and decide anew",
                refused.getMessage());
        assertEquals(new MessageId("m-1"), refused.messageId());
        assertEquals(stored, refused.stored());
    }

    @Test
    void aRowThatIsNotInQuarantineIsNamedByItsNumber() {
        QuarantinedRowNotFoundException refused = new QuarantinedRowNotFoundException(7);

        assertEquals(
                "no row is in quarantine under number 7; list the quarantine to see which are", refused.getMessage());
        assertEquals(7, refused.number());
    }

    @Test
    void aBusyStoreTellsHowLongItWaited() {
        Exception cause = new Exception("locked");
        StoreBusyException busy = new StoreBusyException(Duration.ofSeconds(5), cause);

        assertEquals(
                "the store was held by another writer for more than 5000 ms; nothing was written, try again or open it"
                        + " with a longer wait",
                busy.getMessage());
        assertSame(cause, busy.getCause());
    }

    @Test
    void aClosedStoreSaysSo() {
        assertEquals("the store is closed; open it again", new StoreClosedException().getMessage());
    }

    @Test
    void aFailureTellsWhatBecameOfTheCall() {
        Exception cause = new Exception("disk full");
        StoreFailureException open =
                new StoreFailureException(StoreFailureException.Outcome.UNKNOWN, "the disk is full; free some", cause);
        StoreFailureException sure =
                new StoreFailureException(StoreFailureException.Outcome.NOT_WRITTEN, "the file is gone; restore it");

        assertEquals("the disk is full; free some", open.getMessage());
        assertEquals(StoreFailureException.Outcome.UNKNOWN, open.outcome());
        assertSame(cause, open.getCause());
        assertEquals("the file is gone; restore it", sure.getMessage());
        assertEquals(StoreFailureException.Outcome.NOT_WRITTEN, sure.outcome());
        assertNull(sure.getCause());
    }

    @Test
    void somethingUnreadableIsNamedWithTheReason() {
        UnreadableRow row = new UnreadableRow("negotiation", 4, "n-1", "its checksum is wrong");
        UnreadableException unreadable = new UnreadableException(row);

        assertEquals(
                "negotiation n-1 cannot be read: its checksum is wrong; it is left as it is, repair it or read it with"
                        + " the version that wrote it",
                unreadable.getMessage());
        assertEquals(row, unreadable.row());
    }
}
