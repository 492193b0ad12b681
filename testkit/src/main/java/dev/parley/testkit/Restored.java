package dev.parley.testkit;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.Restoration;
import dev.parley.domain.port.RestoreConflictException;
import dev.parley.domain.port.ThreadTakenException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What some contents would hold more after a restoration; they stay as they are until it is settled. Not thread-safe. */
final class Restored {
    private final Contents contents;
    private final Map<NegotiationId, Row> rows = new LinkedHashMap<>();
    private final Map<ThreadId, NegotiationId> threads = new HashMap<>();
    private final Map<MessageId, OwedMessage> messages = new LinkedHashMap<>();
    private int negotiations;

    private Restored(Contents contents) {
        this.contents = contents;
    }

    static Restored of(Restoration restoration, Contents contents) {
        Restored restored = new Restored(contents);
        restoration.negotiations().forEach(restored::negotiation);
        restoration.owed().forEach(restored::owed);
        return restored;
    }

    /**
     * Puts it into the contents.
     *
     * @return how many negotiations and messages were put there
     */
    int settle() {
        rows.values().forEach(contents::put);
        messages.forEach(contents.messages::put);
        return negotiations + messages.size();
    }

    private void negotiation(NegotiationCopy copy) {
        if (contents.campaigns.get(copy.stored().value().campaignId()) == null) {
            throw new CampaignNotFoundException(copy.stored().value().campaignId());
        }
        Row there = rows.getOrDefault(copy.id(), contents.negotiations.get(copy.id()));
        if (there == null) {
            Row row = Row.restored(copy);
            ThreadId thread = row.threadId();
            if (thread != null) {
                bind(thread, row.id());
            }
            rows.put(row.id(), row);
            negotiations++;
        } else if (!there.copy().isIdenticalTo(copy)) {
            throw RestoreConflictException.negotiation(
                    copy.id(), copy.stored().revision(), there.stored().revision());
        }
    }

    private void bind(ThreadId thread, NegotiationId id) {
        NegotiationId holder = threads.getOrDefault(thread, contents.threads.get(thread));
        if (holder != null) {
            throw new ThreadTakenException(thread, holder);
        }
        threads.put(thread, id);
    }

    private void owed(OwedMessage message) {
        NegotiationId id = message.message().negotiationId();
        Row row = rows.getOrDefault(id, contents.negotiations.get(id));
        if (row == null) {
            throw new NegotiationNotFoundException(id);
        }
        OwedMessage there = messages.getOrDefault(message.id(), contents.messages.get(message.id()));
        if (there == null) {
            rows.put(id, row.owing(message.id()));
            messages.put(message.id(), message);
        } else if (!there.isIdenticalTo(message)) {
            throw RestoreConflictException.message(message.id());
        }
    }
}
