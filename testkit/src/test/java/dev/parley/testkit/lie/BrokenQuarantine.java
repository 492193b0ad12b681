package dev.parley.testkit.lie;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores that pass over what they cannot read. */
final class BrokenQuarantine {
    private BrokenQuarantine() {}

    /** Leaves out of a page what it cannot read. */
    static final class DropsTheUnreadable extends DamageableClient {
        DropsTheUnreadable(NegotiationStore data) {
            super(data);
        }

        @Override
        public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
            Page<Stored<NegotiationSnapshot>> honest = super.negotiations(filter, page);
            return new Page<>(honest.rows(), List.of(), honest.next());
        }
    }

    /** Takes what it cannot read for absent. */
    static final class FindsNothing extends DamageableClient {
        FindsNothing(NegotiationStore data) {
            super(data);
        }

        @Override
        public Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
            return damaged.contains(id) ? Optional.empty() : super.find(id);
        }
    }

    /** Lets anything out of quarantine. */
    static final class ReleasesTheUnreadable extends DamageableClient {
        ReleasesTheUnreadable(NegotiationStore data) {
            super(data);
        }

        @Override
        public void release(long number) {
            damaged.clear();
            super.release(number);
        }
    }

    /** Gives the place of what it cannot read to the next. */
    static final class GivesThePlaceAway extends DamageableClient {
        GivesThePlaceAway(NegotiationStore data) {
            super(data);
        }

        @Override
        public void commit(Commit commit) {
            for (NegotiationChange change : commit.changes()) {
                if (change.isNew() && damaged.contains(change.id())) {
                    sound.delete(change.id(), 1);
                }
            }
            sound.commit(commit);
        }
    }

    /** Gives out nothing while there is something that it cannot read. */
    static final class StopsAtTheUnreadable extends DamageableClient {
        StopsAtTheUnreadable(NegotiationStore data) {
            super(data);
        }

        @Override
        public Optional<OwedMessage> claim(Instant now, Instant until) {
            return damaged.isEmpty() ? super.claim(now, until) : Optional.empty();
        }
    }
}
