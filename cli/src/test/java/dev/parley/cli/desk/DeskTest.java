package dev.parley.cli.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.application.Step;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.SettableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final NegotiationId ID = new NegotiationId("n-1");

    @Test
    void aStepOnAnotherRevisionIsNotTakenAlsoIfItsKeyIsForgottenMeanwhile() {
        NegotiationStore store = new InMemoryNegotiationStore();
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        Desk desk = Desk.on(rememberingStepsThatAreForgotten(store), new SettableClock());
        desk.negotiations().open(ID, Fixtures.CAMPAIGN, Fixtures.context());
        desk.negotiations().pause(ID, null);

        assertThrows(
                StaleRevisionException.class,
                () -> desk.advance(
                        ID,
                        1L,
                        latest -> Step.on(latest, NegotiationEvent.RESUME).named(new IdempotencyKey("k"))));

        assertEquals(2, desk.find(ID).revision());
    }

    /** As it is between looking for a step and taking it. */
    private static NegotiationStore rememberingStepsThatAreForgotten(NegotiationStore store) {
        RecordedStep recorded =
                new RecordedStep(Fixtures.step("k"), 2, NegotiationState.INITIAL_OFFER, Fixtures.OPENED_AT);
        return (NegotiationStore) Proxy.newProxyInstance(
                NegotiationStore.class.getClassLoader(),
                new Class<?>[] {NegotiationStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("findStep")) {
                        return Optional.of(recorded);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }
}
