package dev.parley.benchmarks.peer.dbos;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.documents.AttributesJson;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationStateMachine;

/** One negotiation, of which every step gives id, state and context as JSON. */
final class DbosHand implements Contender.Hand {
    private final DbosOnPostgres dbos;
    private final String id;
    private NegotiationStateMachine machine = NegotiationStateMachine.start();
    private Attributes context;

    private DbosHand(DbosOnPostgres dbos, String id, Attributes context) {
        this.dbos = dbos;
        this.id = id;
        this.context = context;
    }

    static DbosHand open(DbosOnPostgres dbos, String id, String context) throws Exception {
        DbosHand hand = new DbosHand(dbos, id, AttributesJson.read("context", context));
        dbos.take(hand.output(hand.machine, hand.context));
        return hand;
    }

    @Override
    public void step(NegotiationEvent event, String note) throws Exception {
        NegotiationStateMachine next = machine.trigger(event);
        Attributes noted = context.with("note", note);
        dbos.take(output(next, noted));
        machine = next;
        context = noted;
    }

    /** A workflow goes on from memory, and after a crash from the replay of all its steps. */
    @Override
    public void loadAndStep(NegotiationEvent event, String note) {
        throw new UnsupportedOperationException("a workflow loads nothing; take a step");
    }

    private String output(NegotiationStateMachine at, Attributes noted) {
        return "{\"id\":\"" + id + "\",\"state\":\"" + at.state().code() + "\",\"context\":"
                + AttributesJson.write(noted) + "}";
    }
}
