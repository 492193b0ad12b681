package dev.parley.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;

/**
 * Drives a store with random commits, nearly all of them legal, and compares everything it can be asked for with a
 * plain model after each. The same seed walks the same way.
 */
public final class RandomWalk {
    private final NegotiationStore store;
    private final long seed;
    private final Dice dice;
    private final Model model = new Model();
    private final RandomCommits commits;

    private RandomWalk(NegotiationStore store, long seed) {
        this.store = store;
        this.seed = seed;
        this.dice = new Dice(seed);
        this.commits = new RandomCommits(dice, model);
    }

    /**
     * Walks through a store.
     *
     * @param store an empty store, used by nobody else meanwhile; it is left open with what the walk wrote
     * @param seed which way to walk
     * @param steps how many commits and deletions to make
     * @throws AssertionError if the store and the model differ, or if the store throws what it should not; it names the
     *     seed
     */
    public static void drive(NegotiationStore store, long seed, int steps) {
        RandomWalk walk = new RandomWalk(store, seed);
        for (int step = 1; step <= steps; step++) {
            walk.step(step);
        }
    }

    private void step(int number) {
        String where = "step " + number + " of seed " + seed + " (" + Seeds.toRunAgain(seed) + ")";
        try {
            if (model.negotiations().isEmpty() || dice.chance(80)) {
                Commit commit = commits.next();
                store.commit(commit);
                model.take(commit);
            } else if (dice.chance(50)) {
                Stored<NegotiationSnapshot> deleted = dice.oneOf(model.negotiations());
                store.delete(deleted.value().id(), deleted.revision());
                model.delete(deleted.value().id());
            } else {
                repeat(dice.oneOf(model.negotiations()));
            }
        } catch (RuntimeException e) {
            throw new AssertionError(where + ": the store threw what it should not", e);
        }
        Exactly.equal(model.picture(), Picture.of(store), where + ": the store is as a plain model of it");
    }

    /** What somebody decided on the revision before, or opened again. */
    private void repeat(Stored<NegotiationSnapshot> stored) {
        Commit late = Commit.of(new NegotiationChange(
                stored.value(),
                stored.revision() - 1,
                stored.revision() == 1 ? stored.value().history().size() : 0));
        assertThrows(CommitRefusedException.class, () -> store.commit(late), "a late commit is refused");
    }
}
