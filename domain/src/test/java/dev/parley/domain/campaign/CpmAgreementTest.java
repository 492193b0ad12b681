package dev.parley.domain.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.value.InvalidValueException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpmAgreementTest {
    private static final CpmAgreement BOOKED = agreement("25.50", "4.2", 1000L);

    @Test
    void anAgreementKnowsItsNegotiation() {
        assertEquals(Optional.of(Examples.NEGOTIATION), BOOKED.negotiationId());
        assertEquals("negotiation n-1", BOOKED.origin().toString());
    }

    @Test
    void anImportedAgreementKnowsItsPositionAlone() {
        CpmAgreement imported =
                new CpmAgreement(Examples.CAMPAIGN, new Origin.Imported(0), Examples.cpm("25"), null, null);

        assertEquals(Optional.empty(), imported.negotiationId());
        assertEquals("imported agreement 0", imported.origin().toString());
    }

    @Test
    void aNegativePositionIsRefused() {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> new Origin.Imported(-1));

        assertEquals("position: must not be negative", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void impressionsAreAboveZero(long impressions) {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> agreement("25", null, impressions));

        assertEquals("impressions: must be above zero; leave them out where unknown", refused.getMessage());
    }

    @Test
    void oneImpressionIsLegal() {
        assertEquals(1L, agreement("25", null, 1L).impressions());
    }

    @Test
    void numbersAreTheSameWhateverTheirScale() {
        assertTrue(BOOKED.sameAs(agreement("25.5", "4.20", 1000L)));
        assertTrue(agreement("25", null, null).sameAs(agreement("25.00", null, null)));
    }

    @Test
    void anyOtherContentIsNotTheSame() {
        assertFalse(BOOKED.sameAs(agreement("25.51", "4.2", 1000L)));
        assertFalse(BOOKED.sameAs(agreement("25.50", "4.3", 1000L)));
        assertFalse(BOOKED.sameAs(agreement("25.50", null, 1000L)));
        assertFalse(agreement("25.50", null, 1000L).sameAs(BOOKED));
        assertFalse(BOOKED.sameAs(agreement("25.50", "4.2", 1001L)));
        assertFalse(BOOKED.sameAs(agreement("25.50", "4.2", null)));
    }

    @Test
    void anotherCampaignOrOriginIsNotTheSame() {
        CpmAgreement elsewhere = new CpmAgreement(
                new CampaignId("c-2"), BOOKED.origin(), BOOKED.cpm(), BOOKED.engagementRate(), BOOKED.impressions());
        CpmAgreement imported = new CpmAgreement(
                Examples.CAMPAIGN, new Origin.Imported(1), BOOKED.cpm(), BOOKED.engagementRate(), BOOKED.impressions());

        assertFalse(BOOKED.sameAs(elsewhere));
        assertFalse(BOOKED.sameAs(imported));
    }

    private static CpmAgreement agreement(String cpm, @Nullable String rate, @Nullable Long impressions) {
        return CpmAgreement.negotiated(
                Examples.CAMPAIGN,
                new NegotiationId("n-1"),
                Examples.cpm(cpm),
                rate == null ? null : Examples.rate(rate),
                impressions);
    }
}
