package dev.parley.testkit.lie;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.testkit.desk.Agreed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stores that delete too much, too little, or what they should not. */
final class BrokenDeletions {
    private BrokenDeletions() {}

    /** Deletes whatever revision it was asked to delete. */
    static final class DeletesBlindly extends ForwardingStore {
        @Override
        public void delete(NegotiationId id, long revision) {
            sound.find(id).ifPresent(there -> sound.delete(id, there.revision()));
        }
    }

    /** Inserts or replaces, whatever was there. */
    static final class BringsBackTheDeleted extends ForwardingStore {
        @Override
        public void commit(Commit commit) {
            try {
                sound.commit(commit);
            } catch (NegotiationNotFoundException gone) {
                sound.commit(BrokenWrites.with(
                        commit,
                        commit.changes().stream()
                                .map(change -> NegotiationChange.opened(change.snapshot()))
                                .toList()));
            }
        }
    }

    /** Takes the agreement along with the negotiation. */
    static final class DeletesAgreements extends ForwardingStore {
        private final Set<NegotiationId> deleted = new HashSet<>();

        @Override
        public void delete(NegotiationId id, long revision) {
            super.delete(id, revision);
            deleted.add(id);
        }

        @Override
        CampaignSnapshot reading(CampaignSnapshot stored) {
            List<CpmAgreement> left = stored.tracker().agreements().stream()
                    .filter(one -> one.negotiationId().filter(deleted::contains).isEmpty())
                    .toList();
            return Agreed.with(left, stored);
        }
    }

    /** Deletes a negotiation and forgets about what it handled. */
    static final class LeavesTheInbox extends ForwardingStore {
        private final Map<NegotiationId, List<InboundMessage>> left = new HashMap<>();

        @Override
        public void delete(NegotiationId id, long revision) {
            List<InboundMessage> handled = sound.handledBy(id);
            sound.delete(id, revision);
            left.put(id, handled);
        }

        @Override
        public List<InboundMessage> handledBy(NegotiationId id) {
            List<InboundMessage> all = new ArrayList<>(left.getOrDefault(id, List.of()));
            all.addAll(sound.handledBy(id));
            return all;
        }
    }
}
