package dev.parley.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private final NegotiationStore store = new InMemoryNegotiationStore();
    private final Negotiations negotiations =
            new Negotiations(store, InstantSource.fixed(Fixtures.OPENED_AT.plusSeconds(1)));

    @Test
    void givesBackEverythingInFlightExactlyAsItWas() {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        List<Stored<Negotiation>> expected = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            NegotiationId id = new NegotiationId("n-" + i);
            Stored<Negotiation> opened = negotiations.open(id, Fixtures.CAMPAIGN, Attributes.empty());
            switch (i % 4) {
                case 0 -> expected.add(opened);
                case 1 -> expected.add(negotiations.advance(Step.on(opened, NegotiationEvent.SEND_OFFER)));
                case 2 -> expected.add(negotiations.pause(id, null));
                default -> negotiations.stop(id, null);
            }
        }

        List<Stored<Negotiation>> recovered = new ArrayList<>();
        RecoveryReport report = negotiations.recover(recovered::add);

        assertEquals(expected, recovered);
        assertEquals(
                new RecoveryReport(
                        903,
                        Map.of(
                                NegotiationState.INITIAL_OFFER, 301L,
                                NegotiationState.AWAITING_REPLY, 301L,
                                NegotiationState.PAUSED, 301L),
                        List.of(),
                        0),
                report);
        assertEquals(report, negotiations.recover(stored -> {}), "recovering again finds the same");
    }

    @Test
    void countsWhatHasAgreedWithoutAnAgreement() {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        Stored<Negotiation> opened = negotiations.open(new NegotiationId("n-1"), Fixtures.CAMPAIGN, Attributes.empty());
        negotiations.advance(
                Step.on(opened, NegotiationEvent.SEND_OFFER, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.ACCEPT));

        assertEquals(new RecoveryReport(0, Map.of(), List.of(), 1), negotiations.recover(stored -> {}));
    }

    @Test
    void namesWhatCannotBeReadAndGoesOn() {
        UnreadableRow damaged = new UnreadableRow("negotiation", "n-1", "damaged");
        Stored<Negotiation> sound = new Stored<>(Fixtures.negotiation("n-2"), 1);
        NegotiationStore damagedStore = mock(NegotiationStore.class);
        when(damagedStore.negotiations(any(), any()))
                .thenReturn(new Page<>(List.of(), List.of(damaged), OptionalLong.of(1)))
                .thenReturn(new Page<>(List.of(sound.map(Negotiation::snapshot)), List.of(), OptionalLong.empty()));
        List<Stored<Negotiation>> recovered = new ArrayList<>();

        RecoveryReport report =
                new Negotiations(damagedStore, InstantSource.fixed(Fixtures.OPENED_AT)).recover(recovered::add);

        assertEquals(List.of(damaged), report.unreadable());
        assertEquals(List.of(sound), recovered);
    }
}
