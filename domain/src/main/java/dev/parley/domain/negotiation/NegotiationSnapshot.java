package dev.parley.domain.negotiation;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know about one negotiation at one moment: what a store saves and gives back. A snapshot that exists
 * is consistent, its history leads to its state.
 *
 * @param id which negotiation
 * @param campaignId the campaign it belongs to
 * @param threadId the email thread it lives on; null until the mail provider has given one
 * @param state where it stands
 * @param roundCount how many counter offers were sent, 0 or more
 * @param replyDueAt when the time for a reply is over, to the microsecond; null where there is no deadline, as always
 *     where no {@linkplain NegotiationStateMachine#awaitsReply reply is waited for}
 * @param context what the orchestrator keeps with it; Parley does not interpret it
 * @param history how it came to its state, oldest first, numbered from 1 without a gap; always a {@link History}
 * @param createdAt when it was opened, to the microsecond
 * @param updatedAt when it last changed, to the microsecond
 */
public record NegotiationSnapshot(
        NegotiationId id,
        CampaignId campaignId,
        @Nullable ThreadId threadId,
        NegotiationState state,
        int roundCount,
        @Nullable Instant replyDueAt,
        Attributes context,
        List<HistoryEntry> history,
        Instant createdAt,
        Instant updatedAt) {
    /**
     * @throws InvalidHistoryException if the history is broken or does not lead to the state
     * @throws InvalidValueException if the round count is negative, a time out of range, or a reply due that nobody waits for
     */
    public NegotiationSnapshot {
        if (roundCount < 0) {
            throw new InvalidValueException("round_count", "must not be negative");
        }
        History checked = History.of(history);
        checked.machine().requireIn(state);
        if (replyDueAt != null && !checked.machine().awaitsReply()) {
            throw new InvalidValueException(
                    "reply_due_at", "belongs to a negotiation that waits for a reply, this one is " + state);
        }
        history = checked;
        replyDueAt = replyDueAt == null ? null : Timestamps.micros("reply_due_at", replyDueAt);
        createdAt = Timestamps.micros("created_at", createdAt);
        updatedAt = Timestamps.micros("updated_at", updatedAt);
    }

    /** The state machine at this moment. */
    public NegotiationStateMachine machine() {
        return History.of(history).machine();
    }

    /** When TIMEOUT is due: the deadline, unless the negotiation is paused. */
    public Optional<Instant> expiresAt() {
        return state == NegotiationState.PAUSED ? Optional.empty() : Optional.ofNullable(replyDueAt);
    }

    /** Everything but the content of the context and the history. */
    @Override
    public String toString() {
        return "NegotiationSnapshot[" + id + " of " + campaignId + ", " + state + " after " + history.size()
                + " transitions, round " + roundCount + ", " + context + "]";
    }
}
