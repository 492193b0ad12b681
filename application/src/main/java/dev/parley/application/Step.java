package dev.parley.application;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationStep;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.Stored;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a negotiation, to be committed whole. Begin with {@link #on} and add what belongs to it; each
 * method gives the next value.
 *
 * <p>A step with a name is committed once. The same decision under the same name again is a repetition, on whatever
 * revision and at whatever time; another decision under this name is a conflict. So what is decided from the clock,
 * such as a deadline in three days, is better reckoned from something that stays, such as when a message came.
 *
 * @param decidedOn the negotiation as it was read; if it has changed since, the step is refused
 * @param events what happens, in order; may be empty if something else changes
 * @param remove top-level keys to drop from the context
 * @param put top-level keys to set or replace in the context, after the removal
 * @param cause why, in the caller's words, or null
 * @param agreement what was agreed, or null; only with events that end in {@code agreed}
 * @param handled the inbound messages that this step answers
 * @param owed the outbound messages that this step owes
 * @param replyDueAt when the time for the reply is over that is waited for after the events, to the microsecond; null
 *     leaves the deadline to the events: PAUSE and RESUME keep it, any other ends it
 * @param key the step's name, so that it cannot be committed twice; null means the id of the first message handled
 */
public record Step(
        Stored<Negotiation> decidedOn,
        List<NegotiationEvent> events,
        Set<String> remove,
        Attributes put,
        @Nullable String cause,
        @Nullable AgreedTerms agreement,
        List<Received> handled,
        List<Owed> owed,
        @Nullable Instant replyDueAt,
        @Nullable IdempotencyKey key) {
    /**
     * Copies the collections.
     *
     * @throws InvalidValueException if the deadline is out of range
     */
    public Step {
        events = List.copyOf(events);
        remove = Set.copyOf(remove);
        handled = List.copyOf(handled);
        owed = List.copyOf(owed);
        replyDueAt = replyDueAt == null ? null : Timestamps.micros("reply_due_at", replyDueAt);
        if (key == null && !handled.isEmpty()) {
            key = new IdempotencyKey(handled.get(0).id().value());
        }
    }

    /**
     * A message that came in.
     *
     * @param id its own id, as the mail provider knows it
     * @param at when it arrived
     * @param content what is to be kept of it
     */
    public record Received(MessageId id, Instant at, Attributes content) {}

    /**
     * A message that must go out.
     *
     * @param id stable and unique; fit to be the email's Message-ID
     * @param content what the sender needs
     */
    public record Owed(MessageId id, Attributes content) {}

    /** A step on a negotiation as it was read. */
    public static Step on(Stored<Negotiation> decidedOn, NegotiationEvent... events) {
        return new Step(
                decidedOn, List.of(events), Set.of(), Attributes.empty(), null, null, List.of(), List.of(), null, null);
    }

    /** With a reason, which the history keeps. */
    public Step because(@Nullable String reason) {
        return new Step(decidedOn, events, remove, put, reason, agreement, handled, owed, replyDueAt, key);
    }

    /** With changes to the context: first the removal, then the keys to set. */
    public Step changing(Set<String> removed, Attributes set) {
        return new Step(decidedOn, events, removed, set, cause, agreement, handled, owed, replyDueAt, key);
    }

    /** With one key of the context set. */
    public Step put(String name, @Nullable Object value) {
        return new Step(
                decidedOn, events, remove, put.with(name, value), cause, agreement, handled, owed, replyDueAt, key);
    }

    /** With the agreement it reaches. */
    public Step agreeing(@Nullable AgreedTerms terms) {
        return new Step(decidedOn, events, remove, put, cause, terms, handled, owed, replyDueAt, key);
    }

    /** With a message that it answers. */
    public Step handles(MessageId id, Instant receivedAt, Attributes content) {
        return new Step(
                decidedOn,
                events,
                remove,
                put,
                cause,
                agreement,
                plus(handled, new Received(id, receivedAt, content)),
                owed,
                replyDueAt,
                key);
    }

    /** With a message that it owes. */
    public Step owes(MessageId id, Attributes content) {
        return new Step(
                decidedOn,
                events,
                remove,
                put,
                cause,
                agreement,
                handled,
                plus(owed, new Owed(id, content)),
                replyDueAt,
                key);
    }

    /** With a deadline for the reply that is waited for after the events; null leaves it to the events. */
    public Step replyDue(@Nullable Instant deadline) {
        return new Step(decidedOn, events, remove, put, cause, agreement, handled, owed, deadline, key);
    }

    /** Under a name of the caller's. */
    public Step named(IdempotencyKey name) {
        return new Step(decidedOn, events, remove, put, cause, agreement, handled, owed, replyDueAt, name);
    }

    /**
     * @throws InvalidValueException if there is nothing in it to commit
     */
    void requireSubstance() {
        boolean empty = events.isEmpty()
                && remove.isEmpty()
                && put.asMap().isEmpty()
                && handled.isEmpty()
                && owed.isEmpty()
                && agreement == null
                && replyDueAt == null;
        if (empty) {
            throw new InvalidValueException("step", "has no events and changes nothing; add what shall happen");
        }
    }

    /** The name it is committed under, with what tells it from another of that name; null if it has none. */
    @Nullable
    NamedStep name() {
        return key == null ? null : new NamedStep(key, Fingerprint.of(this));
    }

    /** What it makes of the negotiation. */
    NegotiationStep change() {
        return new NegotiationStep(events, cause, remove, put, replyDueAt);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    /** Everything but what the caller wrote, which may quote a message. */
    @Override
    public String toString() {
        return "Step[" + events + " on " + decidedOn + ", key " + key + "]";
    }
}
