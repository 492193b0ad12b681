package dev.parley.domain.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignSnapshotTest {
    private static final Campaign CAMPAIGN = Examples.campaign(Examples.CAMPAIGN);
    private static final CampaignSnapshot FRESH = CampaignSnapshot.fresh(CAMPAIGN, 10);

    @Test
    void aFreshCampaignAimsAtItsRangeAndHasAgreedNothing() {
        assertEquals(Examples.CAMPAIGN, FRESH.id());
        assertEquals(
                new CpmTrackerSnapshot(Examples.CAMPAIGN, Examples.range("20", "30"), 10, List.of()), FRESH.tracker());
    }

    @Test
    void theTrackerMustBeThatOfTheCampaign() {
        CpmTrackerSnapshot other = tracker("c-2", "20", 10);

        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> new CampaignSnapshot(CAMPAIGN, other));

        assertEquals("tracker: belongs to campaign c-2, not to c-1", refused.getMessage());
    }

    @Test
    void whatWasAgreedSinceDoesNotChangeTheRegistration() {
        CampaignSnapshot later = new CampaignSnapshot(
                CAMPAIGN,
                CampaignCpmTracker.fromSnapshot(FRESH.tracker())
                        .recordAgreement(Examples.agreement("n-1", "25"))
                        .snapshot());

        assertTrue(FRESH.sameRegistrationAs(later));
        assertTrue(later.sameRegistrationAs(FRESH));
    }

    @Test
    void anotherTotalTargetOrContentIsAnotherRegistration() {
        assertFalse(FRESH.sameRegistrationAs(CampaignSnapshot.fresh(CAMPAIGN, 11)));
        assertFalse(FRESH.sameRegistrationAs(new CampaignSnapshot(CAMPAIGN, tracker("c-1", "21", 10))));
        assertFalse(FRESH.sameRegistrationAs(CampaignSnapshot.fresh(Examples.campaign(new CampaignId("c-2")), 10)));
    }

    @Test
    void aTotalOfZeroIsLegalAndANegativeOneIsNot() {
        assertEquals(0, CampaignSnapshot.fresh(CAMPAIGN, 0).tracker().totalInfluencers());

        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> CampaignSnapshot.fresh(CAMPAIGN, -1));
        assertEquals("total_influencers: must not be negative", refused.getMessage());
    }

    @Test
    void aTrackerRefusesAgreementsOfAnotherCampaign() {
        List<CpmAgreement> agreements = List.of(Examples.agreement("n-1", "25"));
        CpmRange target = Examples.range("20", "30");
        CampaignId other = new CampaignId("c-2");

        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> new CpmTrackerSnapshot(other, target, 1, agreements));

        assertEquals("agreements: has one of campaign c-1 in the tracker of c-2", refused.getMessage());
    }

    @Test
    void theAgreementsAreCopied() {
        List<CpmAgreement> given = new ArrayList<>(List.of(Examples.agreement("n-1", "25")));
        CpmTrackerSnapshot snapshot = new CpmTrackerSnapshot(Examples.CAMPAIGN, Examples.range("20", "30"), 1, given);

        given.clear();

        assertEquals(1, snapshot.agreements().size());
    }

    private static CpmTrackerSnapshot tracker(String campaign, String min, int total) {
        return new CpmTrackerSnapshot(new CampaignId(campaign), Examples.range(min, "30"), total, List.of());
    }
}
