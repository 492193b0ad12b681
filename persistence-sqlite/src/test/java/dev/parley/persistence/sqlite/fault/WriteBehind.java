package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import java.util.ArrayDeque;
import java.util.Queue;

/** What a store must not do, and the tests must catch: the latest commits are taken for done and not yet written. */
final class WriteBehind implements WritingMain.Committing {
    private static final int BEHIND = 20;

    private final NegotiationStore store;
    private final Queue<Commit> later = new ArrayDeque<>();

    WriteBehind(NegotiationStore store) {
        this.store = store;
    }

    @Override
    public synchronized void commit(Commit commit) {
        later.add(commit);
        if (later.size() > BEHIND) {
            store.commit(later.remove());
        }
    }
}
