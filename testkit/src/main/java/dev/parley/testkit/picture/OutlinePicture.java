package dev.parley.testkit.picture;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that an outline says, its context decoded. */
public record OutlinePicture(
        NegotiationId id,
        CampaignId campaignId,
        @Nullable ThreadId threadId,
        NegotiationState state,
        int roundCount,
        @Nullable Instant replyDueAt,
        Attributes context,
        int historyLength,
        Instant createdAt,
        Instant updatedAt) {

    public static OutlinePicture of(NegotiationOutline outline) {
        return new OutlinePicture(
                outline.id(),
                outline.campaignId(),
                outline.threadId(),
                outline.state(),
                outline.roundCount(),
                outline.replyDueAt(),
                outline.context(),
                outline.historyLength(),
                outline.createdAt(),
                outline.updatedAt());
    }

    /** What the outlines of negotiations must say. */
    public static List<Stored<OutlinePicture>> expected(List<Stored<NegotiationSnapshot>> negotiations) {
        return negotiations.stream()
                .map(row -> row.map(OutlinePicture::expected))
                .toList();
    }

    private static OutlinePicture expected(NegotiationSnapshot whole) {
        return new OutlinePicture(
                whole.id(),
                whole.campaignId(),
                whole.threadId(),
                whole.state(),
                whole.roundCount(),
                whole.replyDueAt(),
                whole.context(),
                whole.history().size(),
                whole.createdAt(),
                whole.updatedAt());
    }

    /** All outlines that a filter lets through, fetched page by page. */
    public static List<Stored<OutlinePicture>> pages(int limit, NegotiationFilter filter, NegotiationStore store) {
        return Picture.pages(limit, page -> store.outlines(filter, page)).stream()
                .map(row -> row.map(OutlinePicture::of))
                .toList();
    }
}
