package dev.parley.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A store is told when it need not write a context again. */
class UntouchedContextTest {
    private final List<Boolean> changed = new ArrayList<>();
    private final NegotiationStore store = Around.store(new InMemoryNegotiationStore(), (method, arguments, call) -> {
        if (method.equals("commit")) {
            ((Commit) arguments[0]).changes().forEach(change -> changed.add(change.contextChanged()));
        }
        return call.proceed();
    });
    private final Negotiations negotiations = new Negotiations(store, () -> Fixtures.OPENED_AT);

    @Test
    void onlyAStepThatChangesTheContextSaysSo() {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        NegotiationId id = new NegotiationId("n");

        Stored<Negotiation> opened = negotiations.open(id, Fixtures.CAMPAIGN, Fixtures.context());
        negotiations.advance(Step.on(opened, NegotiationEvent.SEND_OFFER));
        negotiations.bind(id, new ThreadId("thread"));
        negotiations.awaitReplyUntil(id, Fixtures.OPENED_AT.plusSeconds(60));
        negotiations.pause(id, "holiday");
        negotiations.resume(id, null);
        negotiations.expireOverdue(Fixtures.OPENED_AT.plusSeconds(60), expired -> {});
        assertEquals(List.of(true, false, false, false, false, false, false), changed);

        negotiations.advance(
                id, stored -> Step.on(stored, NegotiationEvent.RECEIVE_REPLY).put("note", "asked for more"));
        assertEquals(List.of(true, false, false, false, false, false, false, true), changed);
    }
}
