package dev.parley.persistence.sqlite.fault;

import dev.parley.crash.Parent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.fault.WritingMain.Committing;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the threads of a writing child do: send what is owed, and take a step when nothing is. */
final class Work {
    private final Queue<Stored<NegotiationSnapshot>> ready = new ConcurrentLinkedQueue<>();
    private final Committing committing;
    private final Dispatching dispatching;
    private final Expiring expiring;
    private final String name;

    Work(NegotiationStore store, Orders orders, Mail mail) {
        this.committing = orders.boastful() ? new WriteBehind(store) : store::commit;
        this.name = orders.name();
        this.expiring = new Expiring(store, orders.now(), name, this::acknowledge);
        this.dispatching = new Dispatching(
                store,
                mail,
                orders.now(),
                orders.manner(),
                orders.moment(),
                this::acknowledge,
                message -> Parent.say("sent " + message));
        store.negotiations(NegotiationFilter.active(), PageRequest.first(PageRequest.MAX_LIMIT))
                .rows()
                .forEach(this::goOnWith);
    }

    void forEver(int thread) {
        expiring.sweep();
        for (int i = 0; ; ) {
            if (dispatching.turn()) {
                continue;
            }
            Stored<NegotiationSnapshot> before = ready.poll();
            if (before == null) {
                step(Life.opening(name + "." + thread + "." + i));
                i++;
            } else {
                step(Life.next(before, name + "." + thread));
            }
        }
    }

    private void step(Commit commit) {
        committing.commit(commit);
        Stored<NegotiationSnapshot> after = Life.after(commit);
        acknowledge(after);
        if (after.revision() == Life.WAITING) {
            expiring.sweep();
        }
    }

    private void acknowledge(Stored<NegotiationSnapshot> after) {
        Parent.say("ack " + after.value().id() + " " + after.revision());
        goOnWith(after);
    }

    /** Unless it waits for its offer to be sent, or its deadline to be over, or has ended. */
    private void goOnWith(Stored<NegotiationSnapshot> found) {
        long revision = found.revision();
        if (revision != Life.OFFERED && revision != Life.WAITING && revision != Life.LAST) {
            ready.add(found);
        }
    }
}
