package dev.parley.testkit.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.SettableClock;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import dev.parley.testkit.picture.Questions;
import dev.parley.testkit.picture.StepName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drives a store with random calls, nearly all of them legal, and compares everything it can be asked for with a plain
 * model after each. The same seed walks the same way.
 */
public final class RandomWalk {
    private final NegotiationStore store;
    private final long seed;
    private final Dice dice;
    private final SettableClock clock = new SettableClock();
    private final Model model = new Model();
    private final RandomCommits commits;
    private final RandomRefusals refusals;
    private final List<StepName> named = new ArrayList<>();

    private RandomWalk(NegotiationStore store, long seed) {
        this.store = store;
        this.seed = seed;
        this.dice = new Dice(seed);
        this.commits = new RandomCommits(dice, model);
        this.refusals = new RandomRefusals(dice, model);
    }

    /**
     * Walks through a store.
     *
     * @param store an empty store, used by nobody else meanwhile; it is left open with what the walk wrote
     * @param seed which way to walk
     * @param steps how many calls to make
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
        clock.advance(Duration.ofNanos(1_000L * (1_000 + dice.below(100_000_000))));
        if (dice.chance(5)) {
            clock.advance(Duration.ofSeconds(-500)); // clocks are set back now and then
        }
        try {
            call(clock.instant());
        } catch (RuntimeException e) {
            throw new AssertionError(where + ": the store threw what it should not", e);
        } catch (AssertionError e) {
            throw new AssertionError(where + ": " + e.getMessage(), e);
        }
        Questions questions = questions(clock.instant());
        Exactly.equal(
                model.picture(questions),
                Picture.of(store, questions),
                where + ": the store is as a plain model of it");
    }

    private void call(Instant now) {
        int chance = model.negotiations().isEmpty() ? 0 : dice.below(100);
        if (chance < 50) {
            commit(commits.next(now));
        } else if (chance < 70) {
            claim(now);
        } else if (chance < 80) {
            commit(commits.delivering(now));
        } else if (chance < 87) {
            Stored<NegotiationSnapshot> deleted = dice.oneOf(model.negotiations());
            store.delete(deleted.value().id(), deleted.revision());
            model.delete(deleted.value().id());
        } else if (chance < 90) {
            Instant endedBefore = now.minusSeconds(dice.below(1_000));
            int forgotten = store.forgetHandled(endedBefore, PageRequest.MAX_LIMIT);
            assertEquals(model.forget(endedBefore), forgotten, "of how many negotiations something was forgotten");
        } else {
            RandomRefusals.Refusal refusal = refusals.next();
            assertThrows(refusal.type(), () -> store.commit(refusal.commit()), "what contradicts is refused");
        }
    }

    private void commit(Commit commit) {
        store.commit(commit);
        model.take(commit);
        if (commit.step() != null) {
            named.add(new StepName(commit.changes().get(0).id(), commit.step().key()));
        }
    }

    private void claim(Instant now) {
        Instant until = now.plusSeconds(dice.below(300));
        List<Object> legal = new ArrayList<>(model.outbox.claimable(now).stream()
                .map(message -> Optional.of(message.claimed(now, until)))
                .toList());
        if (legal.isEmpty()) {
            legal.add(Optional.empty());
        }
        var claimed = store.claim(now, until);
        if (!legal.contains(claimed)) {
            Exactly.equal(legal.get(0), claimed, "a claim gives what has been due the longest");
        }
        claimed.ifPresent(model.outbox::claim);
    }

    /** Names that were forgotten or deleted are asked for, too. */
    private Questions questions(Instant now) {
        return new Questions(List.of(Fixtures.OPENED_AT, now, now.plusSeconds(200), now.plusSeconds(4_000)), named);
    }
}
