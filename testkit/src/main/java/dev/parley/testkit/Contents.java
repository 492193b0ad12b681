package dev.parley.testkit;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import java.util.HashMap;
import java.util.Map;

/** Everything an in-memory store holds, with the indexes over it. Not thread-safe. */
final class Contents {
    final Shelf<CampaignId, CampaignSnapshot> campaigns = new Shelf<>();
    final Shelf<NegotiationId, Row> negotiations = new Shelf<>();
    final Map<ThreadId, NegotiationId> threads = new HashMap<>();
    final Shelf<MessageId, OwedMessage> messages = new Shelf<>();

    void put(Row row) {
        Row before = negotiations.get(row.id());
        if (before != null && before.threadId() != null) {
            threads.remove(before.threadId());
        }
        if (row.threadId() != null) {
            threads.put(row.threadId(), row.id());
        }
        negotiations.put(row.id(), row);
    }

    void remove(Row row) {
        if (row.threadId() != null) {
            threads.remove(row.threadId());
        }
        row.owed().forEach(messages::remove);
        negotiations.remove(row.id());
    }
}
