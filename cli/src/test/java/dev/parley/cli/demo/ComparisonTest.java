package dev.parley.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.demo.Faults.Kind;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Stored;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo is worth what its comparison notices. */
class ComparisonTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final NegotiationId ID = new NegotiationId("n-1");
    private static final Negotiation OPENED =
            Negotiation.open(ID, Scenery.CAMPAIGN, null, Attributes.of(Map.of("x", new BigDecimal("1.50"))), NOW);

    private final Faults faults = new Faults();
    private final Comparison comparison = new Comparison(faults);
    private final Entry entry = new Entry(ID);

    @Test
    void whatIsAsItWasIsNoFault() {
        comparison.negotiation(entry, null);
        entry.acknowledged = stored(OPENED, 1);
        comparison.negotiation(entry, stored(OPENED, 1));
        comparison.agreements(List.of(agreement("n-1", "1")), List.of(agreement("n-1", "1")));

        assertTrue(faults.isEmpty());
    }

    @Test
    void whatIsMissingIsLost() {
        entry.acknowledged = stored(OPENED, 3);
        comparison.negotiation(entry, null);

        assertCounts(3, 0, 0);
    }

    @Test
    void anEarlierRevisionIsALoss() {
        entry.acknowledged = stored(OPENED, 3);
        comparison.negotiation(entry, stored(OPENED, 2));

        assertCounts(1, 0, 0);
    }

    @Test
    void aLaterRevisionIsADoubling() {
        entry.acknowledged = stored(OPENED, 3);
        comparison.negotiation(entry, stored(OPENED, 5));

        assertCounts(0, 2, 0);
    }

    @Test
    void anyOtherDifferenceIsOne() {
        entry.acknowledged = stored(OPENED, 1);
        comparison.negotiation(
                entry,
                stored(OPENED.withContext(List.of(), Attributes.of(Map.of("x", new BigDecimal("1.5"))), NOW), 1));

        assertCounts(0, 0, 1);
    }

    @Test
    void aDeadlineIsComparedToTheMicrosecond() {
        Negotiation offered = OPENED.on(List.of(NegotiationEvent.SEND_OFFER), NOW, null);
        entry.acknowledged = stored(offered.withReplyDue(NOW.plusSeconds(60), NOW), 2);
        comparison.negotiation(entry, stored(offered.withReplyDue(NOW.plusNanos(60_000_001_000L), NOW), 2));

        assertCounts(0, 0, 1);
    }

    @Test
    void aStepIsFurtherOnlyIfItIsTheOneThatWasAsked() {
        entry.acknowledged = stored(OPENED, 1);
        entry.asked = new Ask.Trigger(NegotiationEvent.PAUSE, "x");

        assertTrue(entry.isOneStepFurther(stored(OPENED.on(List.of(NegotiationEvent.PAUSE), NOW, "x"), 2)));
        assertTrue(!entry.isOneStepFurther(stored(OPENED.on(List.of(NegotiationEvent.PAUSE), NOW, "y"), 2)));
        assertTrue(!entry.isOneStepFurther(stored(OPENED.on(List.of(NegotiationEvent.PAUSE), NOW, "x"), 3)));
        assertTrue(!entry.isOneStepFurther(stored(OPENED, 2)));
    }

    @Test
    void agreementsMustBeThereOnceAndInOrder() {
        CpmAgreement one = agreement("n-1", "1");
        CpmAgreement two = agreement("n-2", "2");

        assertEquals(List.of(1L, 0L, 0L), agreements(List.of(one, two), List.of(two)));
        assertEquals(List.of(0L, 1L, 0L), agreements(List.of(one), List.of(one, one)));
        assertEquals(List.of(0L, 1L, 0L), agreements(List.of(one), List.of(one, two)));
        assertEquals(List.of(0L, 0L, 1L), agreements(List.of(one), List.of(agreement("n-1", "1.0"))));
        assertEquals(List.of(0L, 0L, 1L), agreements(List.of(one, two), List.of(two, one)));
    }

    private static List<Long> agreements(List<CpmAgreement> booked, List<CpmAgreement> found) {
        Faults faults = new Faults();
        new Comparison(faults).agreements(booked, found);
        return List.copyOf(faults.steps().values());
    }

    private void assertCounts(long lost, long doubled, long different) {
        assertEquals(Map.of(Kind.LOST, lost, Kind.DOUBLED, doubled, Kind.DIFFERENT, different), faults.steps());
    }

    private static Stored<NegotiationSnapshot> stored(Negotiation negotiation, long revision) {
        return new Stored<>(negotiation.snapshot(), revision);
    }

    private static CpmAgreement agreement(String id, String cpm) {
        return CpmAgreement.negotiated(
                Scenery.CAMPAIGN, new NegotiationId(id), new Cpm(new BigDecimal(cpm)), null, null);
    }
}
