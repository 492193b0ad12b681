package dev.parley.testkit.lie;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.testkit.desk.Agreed;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Stores whose writing breaks a promise. */
final class BrokenWrites {
    private BrokenWrites() {}

    /** The last writer wins. */
    static class NoRevisionCheck extends ForwardingStore {
        NoRevisionCheck() {}

        NoRevisionCheck(NegotiationStore sound) {
            super(sound);
        }

        @Override
        public void commit(Commit commit) {
            List<NegotiationChange> checked =
                    commit.changes().stream().map(this::checked).toList();
            synchronized (sound) {
                sound.commit(
                        with(commit, checked.stream().map(this::onWhatIsThere).toList()));
            }
        }

        NegotiationChange checked(NegotiationChange change) {
            return change;
        }

        private NegotiationChange onWhatIsThere(NegotiationChange change) {
            return sound.find(change.id())
                    .filter(there -> !change.isNew())
                    .map(there -> new NegotiationChange(
                            change.snapshot(),
                            there.revision(),
                            Math.max(
                                    0,
                                    change.snapshot().history().size()
                                            - there.value().history().size())))
                    .orElse(change);
        }
    }

    /** Looks at the revision first and writes afterwards, with time in between. */
    static final class ChecksBeforeItLocks extends NoRevisionCheck {
        private final PassersBy writers = new PassersBy();

        @Override
        NegotiationChange checked(NegotiationChange change) {
            sound.find(change.id()).ifPresent(there -> {
                if (!change.isNew() && there.revision() != change.decidedOn()) {
                    throw new StaleRevisionException(change.id(), change.decidedOn(), there.revision());
                }
            });
            writers.pass();
            writers.await(1);
            return change;
        }
    }

    /** Makes of one commit a commit for each part. */
    static final class PieceByPiece extends ForwardingStore {
        private final PassersBy readers = new PassersBy();

        @Override
        NegotiationSnapshot reading(NegotiationSnapshot stored) {
            readers.pass();
            return stored;
        }

        @Override
        CampaignSnapshot reading(CampaignSnapshot stored) {
            readers.pass();
            return stored;
        }

        @Override
        public void commit(Commit commit) {
            sound.commit(Commit.of(commit.campaigns(), List.of()));
            for (NegotiationChange change : commit.changes()) {
                sound.commit(with(commit.withAgreements(List.of()).withDeliveries(List.of()), List.of(change)));
                if (commit.changes().size() == 2 || !commit.agreements().isEmpty()) {
                    readers.await(12);
                }
            }
            commit.agreements()
                    .forEach(agreement -> sound.commit(Commit.of(Agreed.with(
                            List.of(agreement),
                            sound.findCampaign(agreement.campaignId()).orElseThrow()))));
            if (!commit.deliveries().isEmpty()) {
                readers.await(12);
                sound.commit(Commit.of(List.of(), List.of()).withDeliveries(commit.deliveries()));
            }
        }
    }

    /** Keeps the agreements of a commit that it refuses. */
    static final class KeepsRefusedAgreements extends ForwardingStore {
        @Override
        public void commit(Commit commit) {
            try {
                sound.commit(commit);
            } catch (CommitRefusedException refused) {
                commit.agreements()
                        .forEach(agreement -> sound.findCampaign(agreement.campaignId())
                                .ifPresent(campaign ->
                                        sound.commit(Commit.of(Agreed.with(List.of(agreement), campaign)))));
                throw refused;
            }
        }
    }

    /** Takes a message or a step that it knows for done, and says nothing. */
    static final class SwallowsDuplicates extends ForwardingStore {
        @Override
        public void commit(Commit commit) {
            try {
                sound.commit(commit);
            } catch (DuplicateMessageException | DuplicateStepException known) {
                // That is what is wrong with it.
            }
        }
    }

    /** Returns first and writes later. */
    static final class WritesBehind extends ForwardingStore {
        private final Queue<Commit> waiting = new ArrayDeque<>();

        @Override
        public synchronized void commit(Commit commit) {
            waiting.add(commit);
            if (waiting.size() > 2) {
                sound.commit(waiting.remove());
            }
        }
    }

    /** A commit with other changes, and what belongs to them. */
    static Commit with(Commit commit, List<NegotiationChange> changes) {
        List<NegotiationId> ids = changes.stream().map(NegotiationChange::id).toList();
        return new Commit(
                commit.campaigns(),
                changes,
                commit.agreements(),
                commit.handled().stream()
                        .filter(message -> ids.contains(message.negotiationId()))
                        .toList(),
                commit.owed().stream()
                        .filter(message -> ids.contains(message.negotiationId()))
                        .toList(),
                commit.deliveries(),
                commit.step());
    }
}
