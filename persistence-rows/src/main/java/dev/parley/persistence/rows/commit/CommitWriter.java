package dev.parley.persistence.rows.commit;

import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.RecordedStep;
import dev.parley.persistence.rows.commit.EncodedCommit.EncodedCampaign;
import dev.parley.persistence.rows.commit.EncodedCommit.EncodedChange;
import dev.parley.persistence.rows.commit.EncodedCommit.Handled;
import dev.parley.persistence.rows.commit.EncodedCommit.Moved;
import dev.parley.persistence.rows.commit.EncodedCommit.Owed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the parts of a commit in the order the port names, inside one transaction. */
public final class CommitWriter<X extends Exception> {
    private final Tables<X> tables;
    private final EncodedCommit encoded;
    private final Map<NegotiationId, Long> positions = new HashMap<>();

    /** Writes a commit once; the tables are those of one transaction. */
    public CommitWriter(Tables<X> tables, EncodedCommit encoded) {
        this.tables = tables;
        this.encoded = encoded;
    }

    /**
     * Writes it. If this throws, the transaction must be rolled back.
     *
     * @throws CommitRefusedException or another exception of the port for what stands, as {@link
     *     dev.parley.domain.port.NegotiationStore#commit}
     */
    public void write() throws X {
        Commit commit = encoded.commit();
        if (commit.step() != null) {
            requireNew(commit.changes().get(0).id(), commit.step());
        }
        writeNegotiations(commit);
        writeMessages();
        if (encoded.step() != null) {
            NegotiationId id = commit.changes().get(0).id();
            tables.steps().insert(id, position(id), encoded.step());
        }
    }

    private void requireNew(NegotiationId id, NamedStep step) throws X {
        Optional<RecordedStep> known = tables.steps().find(id, step.key());
        if (known.isPresent()) {
            throw known.get().refusal(id, step);
        }
    }

    private void writeNegotiations(Commit commit) throws X {
        CampaignWriter<X> campaigns = new CampaignWriter<>(tables.campaigns());
        NegotiationWriter<X> negotiations = new NegotiationWriter<>(tables.negotiations(), tables.campaigns());
        for (EncodedCampaign campaign : encoded.campaigns()) {
            campaigns.register(campaign);
        }
        for (EncodedChange change : encoded.changes()) {
            negotiations.write(change, commit.books(change.change().id()));
        }
        for (CpmAgreement agreement : commit.agreements()) {
            campaigns.book(agreement);
        }
    }

    private void writeMessages() throws X {
        OutboxWriter<X> outbox = new OutboxWriter<>(tables.outbox());
        for (Handled handled : encoded.handled()) {
            handle(handled);
        }
        for (Owed owed : encoded.owed()) {
            outbox.owe(owed, position(owed.message().negotiationId()));
        }
        for (Moved moved : encoded.moved()) {
            outbox.move(moved);
        }
    }

    /** Whatever else a commit has belongs to one of its changes, which were written before. */
    private long position(NegotiationId id) throws X {
        Long known = positions.get(id);
        if (known != null) {
            return known;
        }
        long position = tables.negotiations().position(id);
        positions.put(id, position);
        return position;
    }

    private void handle(Handled handled) throws X {
        NegotiationId id = handled.message().negotiationId();
        if (!tables.inbox().insert(id, position(id), handled.row())) {
            throw new DuplicateMessageException(handled.message().id());
        }
    }
}
