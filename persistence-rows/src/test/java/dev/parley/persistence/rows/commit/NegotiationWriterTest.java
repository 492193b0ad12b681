package dev.parley.persistence.rows.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.rows.stored.Standing;
import dev.parley.testkit.Fixtures;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is refused follows from what stands, whatever the store. */
class NegotiationWriterTest {
    private static final NegotiationId OTHER = new NegotiationId("other");

    private final ToldTable table = new ToldTable();
    private final NegotiationWriter<IOException> writer = new NegotiationWriter<>(table, table);

    @Test
    void whatIsThereIsNotOpenedAgain() {
        table.takesRows = false;
        table.standing = Optional.of(standing(1, 0));
        assertThrows(NegotiationAlreadyExistsException.class, () -> write(opened("thread")));
    }

    @Test
    void aThreadBelongsToOne() {
        table.takesRows = false;
        table.owner = Optional.of(OTHER);
        assertEquals(
                OTHER,
                assertThrows(ThreadTakenException.class, () -> write(opened("thread")))
                        .holder());
    }

    @Test
    void aRefusalThatNothingExplainsIsTroubleWithTheStore() {
        table.takesRows = false;
        assertEquals(
                Outcome.NOT_WRITTEN,
                assertThrows(StoreFailureException.class, () -> write(opened("thread")))
                        .outcome());
        assertThrows(StoreFailureException.class, () -> write(opened(null)));
    }

    @Test
    void aNegotiationNeedsItsCampaign() {
        table.isRegistered = false;
        assertThrows(CampaignNotFoundException.class, () -> write(opened(null)));
        assertEquals(List.of(), table.written);
    }

    @Test
    void anOrdinaryStepIsAllThatIsWritten() throws IOException {
        write(step(3, NegotiationState.AWAITING_REPLY));
        assertEquals(List.of("step"), table.written);
    }

    @Test
    void whatIsNoOrdinaryStepContinuesWhatStands() throws IOException {
        table.takesSteps = false;
        table.standing = Optional.of(standing(3, 0));
        write(step(3, NegotiationState.AWAITING_REPLY));
        assertEquals(List.of("updated to revision 4", "context"), table.written);
    }

    @Test
    void anotherRevisionIsStale() {
        table.takesSteps = false;
        table.standing = Optional.of(standing(4, 0));
        assertEquals(
                4,
                assertThrows(StaleRevisionException.class, () -> write(step(3, NegotiationState.AWAITING_REPLY)))
                        .stored());
        assertThrows(StaleRevisionException.class, () -> writer.delete(OTHER, 3));
        assertEquals(List.of(), table.written);
    }

    @Test
    void whatIsGoneIsNeitherChangedNorDeleted() {
        table.takesSteps = false;
        assertThrows(NegotiationNotFoundException.class, () -> write(step(3, NegotiationState.AWAITING_REPLY)));
        assertThrows(NegotiationNotFoundException.class, () -> writer.delete(OTHER, 3));
    }

    @Test
    void anotherHistoryIsNotContinued() {
        table.takesSteps = false;
        table.standing = Optional.of(standing(3, 2));
        assertThrows(InvalidValueException.class, () -> write(step(3, NegotiationState.AWAITING_REPLY)));
        assertEquals(List.of(), table.written);
    }

    @Test
    void anAgreementThatIsNotBookedIsMissing() throws IOException {
        table.standing = Optional.of(standing(3, 0));
        write(step(3, NegotiationState.AGREED));
        table.isBooked = true;
        write(step(3, NegotiationState.AGREED));
        assertEquals(
                List.of("updated to revision 4 without an agreement", "context", "updated to revision 4", "context"),
                table.written);
    }

    @Test
    void troubleOfTheStoreComesThroughAsItIs() {
        table.isInTrouble = true;
        assertThrows(IOException.class, () -> writer.delete(OTHER, 3));
    }

    private void write(NegotiationChange change) throws IOException {
        writer.write(EncodedCommit.of(Commit.of(change)).changes().get(0), false);
    }

    private static NegotiationChange opened(String thread) {
        return NegotiationChange.opened(
                Fixtures.negotiation("n-1", Fixtures.CAMPAIGN, thread).snapshot());
    }

    /** A step that makes the whole history. */
    private static NegotiationChange step(long decidedOn, NegotiationState to) {
        NegotiationSnapshot after = Fixtures.negotiation("n-1", to).snapshot();
        return new NegotiationChange(after, decidedOn, after.history().size());
    }

    private static Standing standing(long revision, int historyLength) {
        return new Standing(
                1, revision, historyLength, false, Fixtures.CAMPAIGN.value(), Fixtures.OPENED_AT.toString(), "[]");
    }
}
