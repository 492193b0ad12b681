package dev.parley.benchmarks.parley;

import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.work.SampleCampaign;
import dev.parley.documents.AttributesJson;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;
import java.time.InstantSource;

/** Parley as an orchestrator uses it: its use cases on one of its stores, with the defaults of both. */
public final class ParleyContender implements Contender {
    /** The file in the contender's directory. */
    public static final String FILE = "parley.db";

    private final NegotiationStore store;
    private final Negotiations negotiations;
    private final SampleCampaign campaign = SampleCampaign.numbered(0);

    private ParleyContender(NegotiationStore store) {
        this.store = store;
        this.negotiations = new Negotiations(store, InstantSource.system());
    }

    /** Opens it on a new file. */
    public static Contender open(Path directory) {
        return on(SqliteNegotiationStore.open(directory.resolve(FILE)));
    }

    /** Lets it keep its negotiations in an empty store, which is closed with it. */
    static Contender on(NegotiationStore store) {
        ParleyContender contender = new ParleyContender(store);
        store.commit(Commit.of(contender.campaign.snapshot()));
        return contender;
    }

    @Override
    public Hand open(String id, String context) {
        return new Led(negotiations.open(
                new NegotiationId(id), campaign.snapshot().id(), AttributesJson.read("context", context)));
    }

    private final class Led implements Hand {
        private Stored<Negotiation> held;

        private Led(Stored<Negotiation> opened) {
            this.held = opened;
        }

        @Override
        public void step(NegotiationEvent event, String note) {
            held = negotiations.advance(Step.on(held, event).put("note", note)).negotiation();
        }

        @Override
        public void loadAndStep(NegotiationEvent event, String note) {
            held = negotiations.find(held.value().id()).orElseThrow();
            step(event, note);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
