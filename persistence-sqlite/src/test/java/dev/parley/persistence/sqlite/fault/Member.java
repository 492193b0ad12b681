package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.testkit.Fixtures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commits of one group in the order they come, each on a life of its own unless it says otherwise: some are written,
 * and between them some are refused.
 */
enum Member {
    STEP(6, null),

    /** Decided on the revision that the first was decided on. */
    RIVAL(6, StaleRevisionException.class),

    /** The step of the first, asked for twice. */
    REPEATED(6, DuplicateStepException.class),

    /** Decided on a revision that has long gone. */
    STALE(6, StaleRevisionException.class),

    SECOND_STEP(4, null),

    /** Changes a life, and then opens one on the thread of another. */
    TAKES_A_THREAD(4, ThreadTakenException.class),

    OPENING(0, null),

    /** Changes a life for a message that it has handled. */
    HEARD_BEFORE(4, DuplicateMessageException.class),

    /** Books an agreement. */
    LAST_STEP(7, null);

    static final List<Member> ALL = List.of(values());

    /** Who takes a step of which nothing must ever be found. */
    static final String REFUSED = "refused";

    private final long from;
    private final @Nullable Class<? extends CommitRefusedException> refusal;

    Member(long from, @Nullable Class<? extends CommitRefusedException> refusal) {
        this.from = from;
        this.refusal = refusal;
    }

    /** Writes each life up to the revision that its commit is decided on. */
    static void prepare(NegotiationStore store) {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        for (Member member : ALL) {
            for (long at = store.find(member.id()).isEmpty() ? 0 : member.from; at < member.from; at++) {
                store.commit(at == 0 ? Life.opening(member.life()) : Life.next(member.stored(store), "before"));
            }
        }
    }

    /** The commit, decided on what is stored. */
    Commit decidedOn(NegotiationStore store) {
        return switch (this) {
            case STEP, SECOND_STEP, LAST_STEP -> Life.next(stored(store), "in a group");
            case OPENING -> Life.opening(life());
            case REPEATED -> Life.next(stored(store), REFUSED);
            case RIVAL -> Life.next(stored(store), REFUSED).named(null);
            case STALE -> Life.next(Life.like(stored(store), from - 2), REFUSED).named(null);
            case HEARD_BEFORE ->
                Life.next(stored(store), REFUSED)
                        .named(null)
                        .withMessages(List.of(Fixtures.inbound("in-1", id())), List.of());
            case TAKES_A_THREAD -> {
                Negotiation second = Fixtures.negotiation(
                        REFUSED,
                        Fixtures.CAMPAIGN,
                        Life.thread(SECOND_STEP.id()).value());
                NegotiationChange first =
                        Life.next(stored(store), REFUSED).changes().get(0);
                yield Commit.of(List.of(), List.of(first, NegotiationChange.opened(second.snapshot())));
            }
        };
    }

    /** Commits, and says in the words of a ledger what it was told. */
    String told(NegotiationStore store, Commit commit) {
        try {
            store.commit(commit);
            return isWritten() ? acknowledgement() : "written: " + this;
        } catch (StaleRevisionException stale) {
            return "named " + life() + " " + stale.stored();
        } catch (DuplicateStepException duplicate) {
            return "named " + life() + " " + duplicate.recorded().revision();
        } catch (CommitRefusedException refused) {
            return refused.getClass() == refusal ? "refused" : "refused otherwise: " + refused.getMessage();
        }
    }

    /** What it says once it is written. */
    String acknowledgement() {
        return "ack " + life() + " " + (from + 1);
    }

    boolean isWritten() {
        return refusal == null;
    }

    /** Whether a file says that it was written. */
    boolean isIn(Audit audit) {
        return audit.revision(life()) == from + 1;
    }

    /** The life that it goes on with. */
    String life() {
        return "life-of-" + (this == RIVAL || this == REPEATED ? STEP : this);
    }

    private NegotiationId id() {
        return new NegotiationId(life());
    }

    private Stored<NegotiationSnapshot> stored(NegotiationStore store) {
        return store.find(id()).orElseThrow();
    }
}
