package dev.parley.cli.json;

import dev.parley.documents.AttributesJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link NegotiationJson#full} wrote, as a program on the other side would. */
public final class NegotiationReader {
    private NegotiationReader() {}

    /**
     * The negotiation that an object shows.
     *
     * @throws dev.parley.domain.value.InvalidValueException if it shows none that can be
     */
    public static Stored<NegotiationSnapshot> read(JsonObject object) {
        String threadId = object.optionalText("thread_id");
        return new Stored<>(
                new NegotiationSnapshot(
                        new NegotiationId(object.text("negotiation_id")),
                        new CampaignId(object.text("campaign_id")),
                        threadId == null ? null : new ThreadId(threadId),
                        NegotiationState.fromCode(object.text("state")),
                        object.integer("round_count"),
                        instant(object, "reply_due_at"),
                        AttributesJson.fromPlain(object.object("context"), Dialect.PARLEY),
                        object.objects("history").stream()
                                .map(NegotiationReader::entry)
                                .toList(),
                        object.instant("created_at"),
                        object.instant("updated_at")),
                object.integer("revision"));
    }

    private static HistoryEntry entry(JsonObject object) {
        return new HistoryEntry(
                object.integer("seq"),
                new Transition(
                        NegotiationState.fromCode(object.text("from")),
                        NegotiationEvent.fromCode(object.text("event")),
                        NegotiationState.fromCode(object.text("to"))),
                instant(object, "at"),
                object.optionalText("cause"));
    }

    private static @Nullable Instant instant(JsonObject object, String name) {
        return object.optional(name) == null ? null : object.instant(name);
    }
}
