package dev.parley.domain.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordAgreementTest {
    private static final CampaignCpmTracker EMPTY = tracker(List.of());
    private static final CpmAgreement FIRST = Examples.agreement("n-1", "25.50");
    private static final CpmAgreement SECOND = Examples.agreement("n-2", "99");

    @Test
    void anEmptyTrackerHasNoAverage() {
        assertEquals(Optional.empty(), EMPTY.runningAverageCpm());
        assertEquals(List.of(), EMPTY.agreements());
    }

    @Test
    void agreementsStandInTheOrderTheyWereBooked() {
        CampaignCpmTracker tracker = EMPTY.recordAgreement(SECOND).recordAgreement(FIRST);

        assertEquals(List.of(SECOND, FIRST), tracker.agreements());
        assertEquals(List.of(SECOND, FIRST), tracker.snapshot().agreements());
        assertEquals(List.of(), EMPTY.agreements());
    }

    @Test
    void bookingAnEqualOneAgainChangesNothing() {
        CampaignCpmTracker once = EMPTY.recordAgreement(FIRST);

        assertEquals(once, once.recordAgreement(FIRST));
        assertEquals(once.snapshot(), once.recordAgreement(FIRST).snapshot());
    }

    @Test
    void bookingItAgainWithAnotherScaleKeepsTheFirst() {
        CampaignCpmTracker twice = EMPTY.recordAgreement(FIRST).recordAgreement(Examples.agreement("n-1", "25.5"));

        assertEquals(List.of(FIRST), twice.agreements());
        assertEquals(Optional.of(new BigDecimal("25.50")), twice.runningAverageCpm());
    }

    @Test
    void bookingAnotherPriceForTheSameNegotiationIsAConflict() {
        CampaignCpmTracker once = EMPTY.recordAgreement(FIRST);
        CpmAgreement other = Examples.agreement("n-1", "25.51");

        AgreementConflictException refused =
                assertThrows(AgreementConflictException.class, () -> once.recordAgreement(other));

        assertEquals(
                "campaign c-1 has booked another agreement for negotiation n-1; an agreement is a fact and cannot be"
                        + " changed, so read the one that stands",
                refused.getMessage());
        assertEquals(FIRST, refused.booked());
        assertEquals(other, refused.refused());
        assertEquals(List.of(FIRST), once.agreements());
    }

    @Test
    void importedAgreementsAreKeyedByTheirPosition() {
        CpmAgreement zero = imported(0, "25");

        CampaignCpmTracker tracker = EMPTY.recordAgreement(zero).recordAgreement(imported(1, "25"));

        assertEquals(2, tracker.agreements().size());
        CpmAgreement other = imported(0, "26");
        assertThrows(AgreementConflictException.class, () -> tracker.recordAgreement(other));
    }

    @Test
    void anAgreementOfAnotherCampaignIsRefused() {
        CpmAgreement elsewhere =
                new CpmAgreement(new CampaignId("c-2"), new Origin.Imported(0), Examples.cpm("25"), null, null);
        CampaignCpmTracker busy = EMPTY.recordAgreement(imported(0, "25"));
        String problem = "agreements: has one of campaign c-2 in the tracker of c-1";

        InvalidValueException empty = assertThrows(InvalidValueException.class, () -> EMPTY.recordAgreement(elsewhere));
        InvalidValueException sameOrigin =
                assertThrows(InvalidValueException.class, () -> busy.recordAgreement(elsewhere));

        assertEquals(problem, empty.getMessage());
        assertEquals(problem, sameOrigin.getMessage());
    }

    @Test
    void aSnapshotWithAConflictIsRefused() {
        List<CpmAgreement> agreements = List.of(FIRST, Examples.agreement("n-1", "26"));

        assertThrows(AgreementConflictException.class, () -> tracker(agreements));
    }

    @Test
    void aSnapshotThatHoldsAnEqualAgreementTwiceCountsItOnce() {
        CampaignCpmTracker tracker = tracker(List.of(FIRST, FIRST, SECOND));

        assertEquals(List.of(FIRST, SECOND), tracker.agreements());
        assertEquals(List.of(FIRST, SECOND), tracker.snapshot().agreements());
        assertEquals(tracker(List.of(FIRST, SECOND)), tracker);
    }

    @Test
    void pricesOutsideTheRangeAndMoreAgreementsThanInfluencersAreBooked() {
        CampaignCpmTracker tracker = CampaignCpmTracker.fromSnapshot(
                        new CpmTrackerSnapshot(Examples.CAMPAIGN, Examples.range("20", "30"), 1, List.of()))
                .recordAgreement(Examples.agreement("n-1", "0"))
                .recordAgreement(Examples.agreement("n-2", "900"));

        assertEquals(Optional.of(new BigDecimal("450")), tracker.runningAverageCpm());
    }

    @Test
    void theAgreementsCannotBeChangedFromOutside() {
        List<CpmAgreement> agreements = EMPTY.recordAgreement(FIRST).agreements();

        assertThrows(UnsupportedOperationException.class, () -> agreements.add(SECOND));
    }

    @Test
    void trackersAreEqualIfTheirSnapshotsAre() {
        assertEquals(EMPTY.recordAgreement(FIRST), tracker(List.of(FIRST)));
        assertEquals(
                EMPTY.recordAgreement(FIRST).hashCode(), tracker(List.of(FIRST)).hashCode());
        assertNotEquals(EMPTY, EMPTY.recordAgreement(FIRST));
        assertNotEquals(EMPTY.hashCode(), EMPTY.recordAgreement(FIRST).hashCode());
        assertNotEquals((Object) EMPTY.snapshot(), EMPTY);
    }

    @Test
    void theTextFormTellsCampaignAndCount() {
        assertEquals(
                "CampaignCpmTracker[c-1, 1 agreements]",
                EMPTY.recordAgreement(FIRST).toString());
    }

    private static CpmAgreement imported(int position, String cpm) {
        return new CpmAgreement(Examples.CAMPAIGN, new Origin.Imported(position), Examples.cpm(cpm), null, null);
    }

    private static CampaignCpmTracker tracker(List<CpmAgreement> agreements) {
        return CampaignCpmTracker.fromSnapshot(
                new CpmTrackerSnapshot(Examples.CAMPAIGN, Examples.range("20", "30"), 10, agreements));
    }
}
