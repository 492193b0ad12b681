package dev.parley.persistence.sqlite.legacy;

import dev.parley.documents.AttributesJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.InstantText;
import dev.parley.documents.JsonText;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import java.time.Instant;

/** The negotiation in a row. The Python system knew it by its thread alone, so that is its id here, too. */
final class LegacyNegotiation {
    private LegacyNegotiation() {}

    /**
     * @param campaign the campaign of the same row
     * @throws dev.parley.domain.value.InvalidValueException if the row cannot be read, or contradicts itself
     */
    static NegotiationSnapshot read(LegacyRow row, CampaignId campaign) {
        String thread = row.text(LegacyColumn.THREAD_ID);
        return new NegotiationSnapshot(
                new NegotiationId(thread),
                campaign,
                new ThreadId(thread),
                NegotiationState.fromCode(row.text(LegacyColumn.STATE)),
                row.integer(LegacyColumn.ROUND_COUNT),
                null,
                context(row),
                LegacyHistory.read(row.text(LegacyColumn.HISTORY)),
                instant(row, LegacyColumn.CREATED_AT),
                instant(row, LegacyColumn.UPDATED_AT));
    }

    private static Attributes context(LegacyRow row) {
        String json = row.text(LegacyColumn.CONTEXT);
        return AttributesJson.fromPlain(JsonText.parseObject(LegacyColumn.CONTEXT.code(), json), Dialect.PLAIN);
    }

    private static Instant instant(LegacyRow row, LegacyColumn column) {
        return InstantText.parse(column.code(), row.text(column));
    }
}
