package dev.parley.testkit;

import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.ThreadTakenException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the contents would be after a commit. It reads through to them and writes to itself alone, so a commit that is
 * refused half-way leaves nothing to undo. Not thread-safe.
 */
final class Draft {
    private final Contents contents;
    private final Ledger ledger;
    private final Map<NegotiationId, Row> rows = new LinkedHashMap<>();
    private final Map<ThreadId, NegotiationId> threads = new HashMap<>();
    private final Map<MessageId, OwedMessage> messages = new LinkedHashMap<>();

    private Draft(Contents contents) {
        this.contents = contents;
        this.ledger = new Ledger(contents.campaigns);
    }

    /** Takes the parts in the order the port names, and throws what the port says; the contents stay as they are. */
    static Draft of(Commit commit, Contents contents) {
        Draft draft = new Draft(contents);
        if (commit.step() != null) {
            draft.requireNew(commit.changes().get(0).id(), commit.step());
        }
        commit.campaigns().forEach(draft.ledger::register);
        commit.changes().forEach(draft::change);
        commit.agreements().forEach(draft.ledger::book);
        commit.changes().stream().filter(NegotiationChange::reachesAgreement).forEach(draft::noteAgreed);
        commit.handled().forEach(draft::handle);
        commit.owed().forEach(draft::owe);
        commit.deliveries().forEach(draft::deliver);
        if (commit.step() != null) {
            draft.name(commit.changes().get(0), commit.step());
        }
        return draft;
    }

    /** Puts what was drafted into the contents. */
    void settle() {
        ledger.settle();
        rows.values().forEach(contents::put);
        messages.forEach(contents.messages::put);
    }

    private void change(NegotiationChange change) {
        Row row = change.isNew()
                ? opened(change)
                : at(change.decidedOn(), change.id(), find(change.id())).changed(change);
        if (row.threadId() != null) {
            bind(row.threadId(), row.id());
        }
        rows.put(row.id(), row);
    }

    private Row opened(NegotiationChange change) {
        if (find(change.id()) != null) {
            throw new NegotiationAlreadyExistsException(change.id());
        }
        ledger.require(change.snapshot().campaignId());
        return Row.opened(change.snapshot());
    }

    /** The row, if it stands at the revision that something was decided on. */
    static Row at(long decidedOn, NegotiationId id, @Nullable Row row) {
        if (row == null) {
            throw new NegotiationNotFoundException(id);
        }
        if (row.stored().revision() != decidedOn) {
            throw new StaleRevisionException(id, decidedOn, row.stored().revision());
        }
        return row;
    }

    private void bind(ThreadId thread, NegotiationId id) {
        NegotiationId holder = threads.getOrDefault(thread, contents.threads.get(thread));
        // An earlier change of this commit may have let the thread go.
        if (holder != null && !holder.equals(id) && thread.equals(row(holder).threadId())) {
            throw new ThreadTakenException(thread, holder);
        }
        threads.put(thread, id);
    }

    private void noteAgreed(NegotiationChange change) {
        Row row = row(change.id());
        boolean booked = ledger.hasBooked(row.snapshot().campaignId(), new Origin.Negotiated(row.id()));
        rows.put(row.id(), row.agreed(booked));
    }

    private void handle(InboundMessage message) {
        Row row = row(message.negotiationId());
        if (row.handled().stream().anyMatch(known -> known.id().equals(message.id()))) {
            throw new DuplicateMessageException(message.id());
        }
        rows.put(row.id(), row.handling(message));
    }

    private void owe(OutboundMessage message) {
        if (message(message.id()) != null) {
            throw new DuplicateMessageException(message.id());
        }
        Row row = row(message.negotiationId());
        rows.put(row.id(), row.owing(message.id()));
        messages.put(message.id(), OwedMessage.of(message));
    }

    private void deliver(DeliveryChange change) {
        OwedMessage standing = message(change.id());
        if (standing == null) {
            throw new MessageNotFoundException(change.id());
        }
        if (!standing.delivery().equals(change.decidedOn())) {
            throw new StaleDeliveryException(change.id(), standing.delivery());
        }
        messages.put(change.id(), new OwedMessage(standing.message(), change.delivery()));
    }

    private @Nullable OwedMessage message(MessageId id) {
        OwedMessage message = messages.get(id);
        return message == null ? contents.messages.get(id) : message;
    }

    /** A step that was committed is not looked at again, whatever else is in its commit. */
    private void requireNew(NegotiationId id, NamedStep step) {
        Row row = find(id);
        RecordedStep recorded = row == null ? null : row.step(step.key()).orElse(null);
        if (recorded != null) {
            throw recorded.refusal(id, step);
        }
    }

    private void name(NegotiationChange change, NamedStep step) {
        Row row = row(change.id());
        RecordedStep recorded = new RecordedStep(
                step, change.newRevision(), row.state(), row.snapshot().updatedAt());
        rows.put(change.id(), row.stepped(recorded));
    }

    private @Nullable Row find(NegotiationId id) {
        Row row = rows.get(id);
        return row == null ? contents.negotiations.get(id) : row;
    }

    private Row row(NegotiationId id) {
        Row row = find(id);
        if (row == null) {
            throw new NegotiationNotFoundException(id);
        }
        return row;
    }
}
