package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What a store must not do, and the tests must catch: it takes a commit for done before it is. */
final class WriteBehind implements WritingMain.Committing {
    private final BlockingQueue<Commit> later = new LinkedBlockingQueue<>(100);

    WriteBehind(NegotiationStore store) {
        Thread writer = new Thread(() -> {
            try {
                while (true) {
                    store.commit(later.take());
                }
            } catch (InterruptedException nobodyDoesThat) {
                Thread.currentThread().interrupt();
            }
        });
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void commit(Commit commit) {
        try {
            later.put(commit);
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }
}
