package dev.parley.persistence.postgresql.fault;

import dev.parley.application.Advanced;
import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.crash.Parent;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.IllegalTransitionException;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The steps that a node takes. It acknowledges each of them to the parent, with its name and revision, once the store has
 * acknowledged it.
 */
final class Work {
    private final Negotiations negotiations;
    private final Executor workers;

    Work(Negotiations negotiations, Executor workers) {
        this.negotiations = negotiations;
        this.workers = workers;
    }

    /** Takes an order of the parent's: a negotiation to open, or a reply that has come. */
    void take(String[] order) {
        workers.execute(() -> {
            switch (order[0]) {
                case "open" -> open(order[1], new NegotiationId(order[2]));
                case "reply" -> reply(order[1], order[2], order[3], Instant.parse(order[4]), Answer.valueOf(order[5]));
                default -> throw new IllegalArgumentException(order[0]);
            }
        });
    }

    void expired(Stored<Negotiation> negotiation) {
        NegotiationId id = negotiation.value().id();
        Parent.say("expired", id.value(), Long.toString(negotiation.revision()));
        goOn(id);
    }

    void goOn(NegotiationId id) {
        workers.execute(() -> decideOn(id));
    }

    private void open(String errand, NegotiationId id) {
        Patience.with(() -> {
            try {
                return negotiations.open(id, Fixtures.CAMPAIGN, Fixtures.context());
            } catch (NegotiationAlreadyExistsException orderedTwice) {
                return orderedTwice;
            }
        });
        Parent.say("opened", id.value());
        Parent.say("done", errand);
        decideOn(id);
    }

    /** To the mail server a reply is done once it is taken down: what comes of it is the store's to remember. */
    private void reply(String errand, String thread, String reply, Instant at, Answer answer) {
        Optional<NegotiationId> id = Patience.with(() -> heard(new ThreadId(thread), reply, at, answer));
        // A reply may be here before the receipt of what it answers is recorded, and with it the thread.
        Parent.say(id.isPresent() ? "done" : "later", errand);
        id.ifPresent(this::decideOn);
    }

    private Optional<NegotiationId> heard(ThreadId thread, String reply, Instant at, Answer answer) {
        while (true) {
            Optional<Stored<Negotiation>> current = negotiations.findByThread(thread);
            if (current.isEmpty()) {
                return Optional.empty();
            }
            NegotiationId id = current.get().value().id();
            try {
                advance(Decisions.hear(current.get(), reply, at, answer));
                return Optional.of(id);
            } catch (StaleRevisionException somebodyWasFaster) {
                // Once more, as it stands now.
            } catch (IllegalTransitionException tooLate) {
                if (!current.get().value().isTerminal()) {
                    throw tooLate;
                }
                Parent.say("late", reply);
                return Optional.of(id);
            }
        }
    }

    private void decideOn(NegotiationId id) {
        boolean more = true;
        while (more) {
            more = Patience.with(() -> decided(id));
        }
    }

    /** Whether there may be more to decide. */
    private boolean decided(NegotiationId id) {
        Optional<Step> step = Decisions.next(negotiations.find(id).orElseThrow());
        try {
            step.ifPresent(this::advance);
        } catch (StaleRevisionException somebodyWasFaster) {
            // Decide anew.
        }
        return step.isPresent();
    }

    private void advance(Step step) {
        Advanced after = negotiations.advance(step);
        Parent.say(
                "step",
                after.negotiation().value().id().value(),
                step.key().value(),
                Long.toString(after.revision()),
                Boolean.toString(after.repeated()));
    }
}
