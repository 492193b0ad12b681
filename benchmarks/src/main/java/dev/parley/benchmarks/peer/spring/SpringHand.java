package dev.parley.benchmarks.peer.spring;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.documents.AttributesJson;
import dev.parley.domain.negotiation.NegotiationEvent;
import org.jspecify.annotations.Nullable;

/** One negotiation, its context as JSON among the machine's variables. */
final class SpringHand implements Contender.Hand {
    private static final String CONTEXT = "context";
    private static final String NOTE = "note";

    private final SpringOnSqlite spring;
    private final String id;
    private @Nullable Kept inMemory;

    private SpringHand(SpringOnSqlite spring, String id) {
        this.spring = spring;
        this.id = id;
    }

    static SpringHand open(SpringOnSqlite spring, String id, String context) throws Exception {
        Kept fresh = new Kept(id, spring.atHand());
        fresh.machine().reset();
        fresh.machine().variables().put(CONTEXT, context);
        spring.persist(fresh);
        return new SpringHand(spring, id);
    }

    @Override
    public void step(NegotiationEvent event, String note) throws Exception {
        if (inMemory == null) {
            inMemory = new Kept(id, new SpringMachine());
            spring.restore(inMemory);
        }
        step(inMemory, event, note);
    }

    @Override
    public void loadAndStep(NegotiationEvent event, String note) throws Exception {
        inMemory = null;
        Kept restored = new Kept(id, spring.atHand());
        spring.restore(restored);
        step(restored, event, note);
    }

    private void step(Kept kept, NegotiationEvent event, String note) throws Exception {
        kept.machine().fire(event);
        kept.machine().variables().compute(CONTEXT, (key, json) -> noted((String) json, note));
        spring.persist(kept);
    }

    private static String noted(String json, String note) {
        return AttributesJson.write(AttributesJson.read(CONTEXT, json).with(NOTE, note));
    }
}
