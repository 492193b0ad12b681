package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import org.jspecify.annotations.Nullable;

/** Steps of one life after the other, taken in this process, and how many of them were acknowledged. */
final class Writing {
    private final NegotiationStore store;
    private final String name;
    private @Nullable Stored<NegotiationSnapshot> last;
    private long count;

    Writing(NegotiationStore store, String name) {
        this.store = store;
        this.name = name;
    }

    /** Takes steps until there are so many, or one is refused; that one is the next to be tried. */
    void steps(int number) {
        for (int i = 0; i < number; i++) {
            store.commit(upcoming());
            settle();
        }
    }

    /** Takes one step, and tells how many it has taken. */
    long step() {
        steps(1);
        return count;
    }

    /** The step that comes next was taken, as was found out by reading. */
    void settle() {
        last = Life.after(upcoming());
        count++;
    }

    /** The step that comes next. */
    Commit upcoming() {
        if (last == null || last.revision() == Life.LAST) {
            return Life.opening(name + "." + count / Life.LAST);
        }
        return Life.next(last, name);
    }

    /** What the last acknowledged step has left. */
    Stored<NegotiationSnapshot> acknowledged() {
        if (last == null) {
            throw new IllegalStateException("no step was acknowledged");
        }
        return last;
    }

    NegotiationId id() {
        return acknowledged().value().id();
    }

    long count() {
        return count;
    }
}
