package dev.parley.domain.port;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Timestamps;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation without its history, and with a context that is decoded when it is asked for: as much as a start-up
 * with very many of them in flight needs at once. {@link NegotiationStore#find} gives the whole negotiation.
 *
 * <p>What it says was checked by the store when it was read, and stays as it was then. Nothing shows that the context
 * can be decoded until it is asked for. Immutable and thread-safe. Each is equal to itself alone.
 */
public final class NegotiationOutline {
    private final NegotiationId id;
    private final CampaignId campaignId;
    private final @Nullable ThreadId threadId;
    private final NegotiationState state;
    private final int roundCount;
    private final @Nullable Instant replyDueAt;
    private final Supplier<Attributes> context;
    private final int historyLength;
    private final Instant createdAt;
    private final Instant updatedAt;

    /**
     * What a store says of a negotiation; all but the two parameters below is as in {@link NegotiationSnapshot}.
     *
     * @param context decodes the context; may be called never or often, by any thread, after the store is closed, too
     * @param historyLength how many entries the history has
     * @throws InvalidValueException if a number is negative or a time out of range
     */
    public NegotiationOutline(
            NegotiationId id,
            CampaignId campaignId,
            @Nullable ThreadId threadId,
            NegotiationState state,
            int roundCount,
            @Nullable Instant replyDueAt,
            Supplier<Attributes> context,
            int historyLength,
            Instant createdAt,
            Instant updatedAt) {
        if (roundCount < 0) {
            throw new InvalidValueException("round_count", "must not be negative");
        }
        if (historyLength < 0) {
            throw new InvalidValueException("history_length", "must not be negative");
        }
        this.id = id;
        this.campaignId = campaignId;
        this.threadId = threadId;
        this.state = state;
        this.roundCount = roundCount;
        this.replyDueAt = replyDueAt == null ? null : Timestamps.micros("reply_due_at", replyDueAt);
        this.context = context;
        this.historyLength = historyLength;
        this.createdAt = Timestamps.micros("created_at", createdAt);
        this.updatedAt = Timestamps.micros("updated_at", updatedAt);
    }

    /** The outline of a negotiation that is at hand. */
    public static NegotiationOutline of(NegotiationSnapshot negotiation) {
        return new NegotiationOutline(
                negotiation.id(),
                negotiation.campaignId(),
                negotiation.threadId(),
                negotiation.state(),
                negotiation.roundCount(),
                negotiation.replyDueAt(),
                negotiation::context,
                negotiation.history().size(),
                negotiation.createdAt(),
                negotiation.updatedAt());
    }

    /** Which negotiation. */
    public NegotiationId id() {
        return id;
    }

    /** The campaign it belongs to. */
    public CampaignId campaignId() {
        return campaignId;
    }

    /** The email thread it lives on; null until the mail provider has given one. */
    public @Nullable ThreadId threadId() {
        return threadId;
    }

    /** Where it stands. */
    public NegotiationState state() {
        return state;
    }

    /** How many counter offers were sent, 0 or more. */
    public int roundCount() {
        return roundCount;
    }

    /**
     * When the time for a reply is over, to the microsecond; null where there is no deadline. While the negotiation is
     * paused it does not expire.
     */
    public @Nullable Instant replyDueAt() {
        return replyDueAt;
    }

    /** When TIMEOUT is due: the deadline, unless the negotiation is paused. */
    public Optional<Instant> expiresAt() {
        return state == NegotiationState.PAUSED ? Optional.empty() : Optional.ofNullable(replyDueAt);
    }

    /**
     * What the orchestrator keeps with it, as it was when this was read. It is decoded anew on each call, on the
     * caller's thread, and the store need not be open.
     *
     * @throws UnreadableException if it cannot be decoded: the bytes are those that were written, as their checksum
     *     said, but a newer version wrote them
     */
    public Attributes context() {
        return context.get();
    }

    /** How many entries its history has. */
    public int historyLength() {
        return historyLength;
    }

    /** When it was opened, to the microsecond. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it last changed, to the microsecond. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** Everything but the context, which is not decoded for it. */
    @Override
    public String toString() {
        return "NegotiationOutline[" + id + " of " + campaignId + ", " + state + " after " + historyLength
                + " transitions, round " + roundCount + "]";
    }
}
