package dev.parley.testkit.walk;

import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.domain.port.StepConflictException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.picture.StepName;
import java.util.List;

/** Commits that a store must refuse after those the model has taken. */
final class RandomRefusals {
    private final Dice dice;
    private final Model model;

    RandomRefusals(Dice dice, Model model) {
        this.dice = dice;
        this.model = model;
    }

    /** A commit, and as what it must be refused. */
    record Refusal(Commit commit, Class<? extends CommitRefusedException> type) {}

    Refusal next() {
        List<StepName> known = model.steps();
        if (!known.isEmpty() && dice.chance(50)) {
            return repeated(dice.oneOf(known));
        }
        List<OwedMessage> owed = model.outbox.all();
        if (!owed.isEmpty() && dice.chance(50)) {
            return staleDelivery(dice.oneOf(owed));
        }
        return new Refusal(Commit.of(late(dice.oneOf(model.negotiations()))), CommitRefusedException.class);
    }

    /** A step that is known, on the revision that stands or on one before. */
    private Refusal repeated(StepName name) {
        RecordedStep recorded = model.step(name).orElseThrow();
        Stored<NegotiationSnapshot> now = model.find(name.negotiation()).orElseThrow();
        Commit commit = Commit.of(dice.chance(50) ? late(now) : NegotiationChange.changed(now, now.value()));
        if (dice.chance(50)) {
            return new Refusal(commit.named(recorded.step()), DuplicateStepException.class);
        }
        NamedStep other = new NamedStep(name.key(), "other " + recorded.step().fingerprint());
        return new Refusal(commit.named(other), StepConflictException.class);
    }

    private static Refusal staleDelivery(OwedMessage message) {
        Delivery it = message.delivery();
        Delivery mistaken =
                new Delivery(it.state(), it.attempts() + 1, it.since(), it.dueAt(), it.receipt(), it.problem());
        return new Refusal(Commit.of(new DeliveryChange(message.id(), mistaken, it)), StaleDeliveryException.class);
    }

    /** What somebody decided on the revision before, or opened again. */
    private static NegotiationChange late(Stored<NegotiationSnapshot> stored) {
        return new NegotiationChange(
                stored.value(),
                stored.revision() - 1,
                stored.revision() == 1 ? stored.value().history().size() : 0);
    }
}
